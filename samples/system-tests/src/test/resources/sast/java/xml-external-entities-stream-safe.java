import java.io.InputStream;
import javax.xml.stream.*;

class XmlStream {
    XMLStreamReader read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(in);
    }
}
