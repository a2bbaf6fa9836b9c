"""
A Telegram bot that tells citizens of Kazakhstan what is true about working legally in South Korea.

The map of the house: features sit in the middle and know no I/O library (`people`, `faq`, `desk`, `mail`),
one technology sits in each room at the edge (`storage` SQL, `files` content files, `telegram` aiogram, `web`
and `sandbox` HTTP). Edges never import one another, features import of each other only `people.model`, and
`app` wires everything by hand. docs/architecture.md shows the way of one message.
"""
