"""The only room that imports aiogram: receiver, carrier, routers, views, sender."""
