"""The brands of an office: make one, and find what is wrong with one."""
