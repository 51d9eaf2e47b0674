"""`copydesk up | down | status | logs | doctor`."""
