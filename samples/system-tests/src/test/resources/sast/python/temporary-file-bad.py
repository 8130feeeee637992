import tempfile


def write(text):
    path = tempfile.mktemp()
    with open(path, "w") as file:
        file.write(text)
    return path
