"""One module a format; each turns an assembled document into text or bytes."""
