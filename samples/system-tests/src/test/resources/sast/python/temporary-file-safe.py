import tempfile


def write(text):
    with tempfile.NamedTemporaryFile("w", delete=False) as file:
        file.write(text)
    return file.name
