"""For makers of templates: the names one may use, what is wrong with one, and a new one to start from."""
