"""`copydesk api`: the read side, a process of its own."""

from typing import Annotated

import typer

from workers.entrypoints.screen import kafka_of, told

Host = Annotated[str, typer.Option(help="address to listen on", show_default="COPYDESK_API__HOST, else 127.0.0.1")]
Port = Annotated[int | None, typer.Option(min=0, max=65_535, help="0 = any free one; the log says which")]


def api(host: Host = "", port: Port = None) -> None:
    """Answer for the shop's copy over HTTP until SIGTERM; settings come from the environment (COPYDESK_API__…)."""
    from workers.entrypoints.api.process import main
    from workers.settings import Settings

    with told():
        settings = Settings()
        asked = {"host": host or settings.api.host, "port": settings.api.port if port is None else port}
        section = settings.api.model_copy(update=asked)
        code = main(settings.model_copy(update={"api": section, "kafka": kafka_of("")}))
    raise typer.Exit(code)
