"""The pages: a module a task, its templates in the folder of the same name; their addresses in addresses.py."""
