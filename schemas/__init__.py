"""What is on the wire: topics, events in, records out. Depends on pydantic and orjson, never on workers."""
