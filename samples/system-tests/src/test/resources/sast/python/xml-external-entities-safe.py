from lxml import etree


def parse(stream):
    return etree.parse(stream, etree.XMLParser(resolve_entities=False, no_network=True))
