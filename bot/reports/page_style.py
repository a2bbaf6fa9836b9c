"""How the web page looks on a screen and on paper."""

from typing import Final

STYLE: Final = """
@page { size: A4 landscape; margin: 15mm 12mm 12mm;
  @top-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; }
  @top-left { content: PAGE_HEAD; font: 8pt Arial, sans-serif; } }
:root { color-scheme: light; }
body { font: 11pt/1.4 Arial, "Liberation Sans", "Noto Sans", sans-serif; color: #111; background: #fff;
  max-width: 75rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
h1 { font-size: 2em; margin-bottom: .2em; }
h2 { font-size: 1.5em; border-bottom: 2px solid #1f3864; padding-bottom: .2em; color: #1f3864; }
h3 { font-size: 1.15em; margin: 2em 0 .5em; }
p { margin: 0 0 .5em; }
.subtitle { font-size: 1.5em; font-weight: bold; color: #444; margin-bottom: 1.5em; }
.label { font-size: .82em; color: #444; margin-bottom: .15em; }
.warning { font-weight: bold; border-left: 4px solid #a40000; padding-left: .4em; }
a { color: #0b3d91; overflow-wrap: anywhere; }
a:focus { outline: 3px solid #0b3d91; outline-offset: 2px; }
.contents { list-style: none; padding: 0; columns: 2; column-gap: 2rem; }
.contents li { break-inside: avoid; margin: 0 0 .3em; }
.contents .chapter { font-weight: bold; margin-top: .8em; break-after: avoid; }
.contents .topic { padding-left: 1.2em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 1em; }
caption { text-align: left; font-weight: bold; padding: .6em 0 .3em; }
th, td { border: 1px solid #777; padding: .35em .5em; vertical-align: top; text-align: left;
  overflow-wrap: anywhere; white-space: pre-wrap; font-weight: normal; }
thead th, th[scope=row] { background: #eef1f6; }
thead { display: table-header-group; }
td > p:last-child, th > p:last-child { margin-bottom: 0; }
@media screen { main { overflow-x: auto; } table { min-width: 48rem; } }
@media print {
  body { font-size: 9pt; line-height: 1.3; max-width: none; padding: 0; }
  p { margin-bottom: .3em; }
  h3 { margin-top: .5em; }
  th, td { padding: .2em .4em; }
  tr, .warning { break-inside: avoid; }
  caption { break-after: avoid; }
  .page { break-before: page; margin-top: 0; }
  a { color: inherit; }
}
"""
