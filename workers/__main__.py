"""`python -m workers …` is `copydesk …`."""

from workers.entrypoints.cli import main

main()
