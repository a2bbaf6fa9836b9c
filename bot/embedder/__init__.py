"""
What a sentence means, as numbers: multilingual-e5-small in a process of its own, and the way to ask it.

`client` is what the bot holds, `corpus` what training uses. Both talk over two pipes (`wire`, `child`) to the
process (`__main__`, `process`, `engine`, `rights`), which is started by exec, knows no secret and may do
nothing but read, reckon and write. Whatever becomes of it, the bot goes on without vectors.
"""
