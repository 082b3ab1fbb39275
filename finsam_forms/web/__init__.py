"""The pages: a blueprint a task, its templates in the folder of the same name."""
