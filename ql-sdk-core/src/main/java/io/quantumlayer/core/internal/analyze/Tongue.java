package io.quantumlayer.core.internal.analyze;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells English sentences from those of other languages by their small words, and sets the others aside. */
final class Tongue {
    private static final Set<String> ENGLISH =
            Words.of("the a an and or with without for of to in on that which is are it by from my our i we"
                    + " need want create build make should must not no at as be can please has have using where"
                    + " users me write give only do does don't you they their there this these those but if so"
                    + " then when who what how will would could via into over under than also just service app"
                    + " user data every your its run runs up after before");
    private static final Set<String> ELIDED = Set.of("l", "d", "qu", "j", "n", "c", "s", "un");
    /** Small words, and words that requirements are made of, of German, French, Spanish and their neighbours. */
    private static final List<Set<String>> OTHERS = List.of(
            Words.of("der das ein eine einen einer eines einem und mit ohne für zum zur von ist nicht kein"
                    + " keine bitte erstelle baue auf soll den dem ich wir im oder meine mein brauche ihre sich"
                    + " auch werden erstellen bauen brauchen anmeldung datenbank dienst webseite anwendung"
                    + " suche benutzer kunden bücher nur muss müssen unsere unser unseren aus bei nach über"
                    + " nutzer rechnungen verwaltung schnittstelle statische kostenlos hintergrund aufgabe"
                    + " nächtlicher verschlüsselung zahlungen warteschlange deutschland monat wird sind haben"
                    + " kann sollte möchte möchten gerne mache schreibe entwickle die keinen seite daten"
                    + " zwischenspeicher"),
            Words.of("le la les un une des du de et avec sans pour dans est pas créer crée créez je nous veux"
                    + " mon ma mes notre qui ou sur aux au doit faire besoin avons voudrais application-web"
                    + " recherche utilisateurs connexion données gérer site gratuit hébergé hébergée"
                    + " hébergement chaque nuit construis construire développer paiements fichiers seulement"
                    + " uniquement clients livres sont authentification tâches ne en fonction tâche vous votre"
                    + " mois il elle ce cette se s d l qu"),
            Words.of("el los las un una de del y con sin para por en es no que crea crear necesito quiero mi"
                    + " nuestra nuestro haz servicio lista al autenticación datos usuarios búsqueda pagos sitio"
                    + " tienda trabajo aplicación libros construye desarrolla desarrollar necesitamos queremos"
                    + " cada noche correos clientes mensajes gratis solo solamente debe consume envíe tareas"
                    + " facturas se la nube alojado alojada mes unión europea sea como o lo le estático"),
            Words.of("il lo gli una uno di del della e con senza per che non crea crei voglio servizio elenco"
                    + " nel dei delle un mio bisogno autenticazione dati utenti ricerca pagamenti sito"
                    + " applicazione abbiamo vogliamo"),
            Words.of("o os um uma de do da dos e com sem para por em não crie criar quero preciso serviço meu"
                    + " minha que autenticação dados usuários pesquisa pagamentos aplicativo precisamos"),
            Words.of("het een en met zonder voor van niet geen maak ik wil de op mijn onze dat lijst naar moet"
                    + " gebruikers gegevens inloggen dienst zoeken betalingen webapplicatie we willen nodig"
                    + " bouwen"),
            Words.of("oraz dla bez jest nie utwórz stwórz usługę listy się na ze z do aplikację zadań"
                    + " użytkowników"),
            Words.of("och med utan för en ett att skapa bygg inte jag vi vill är på som av behöver"),
            Words.of("ve ile için bir bu oluştur olmadan ya istiyorum uygulama kullanıcı"));

    private static final int MUCH = 2;

    private Tongue() {}

    static Text english(Text text, Reading reading) {
        Set<Integer> foreign = new HashSet<>();
        for (int number : text.sentences()) {
            if (isForeign(text.ofSentence(number))) {
                reading.notUnderstood.add(text.sentence(number));
                foreign.add(number);
            }
        }
        return foreign.isEmpty() ? text : text.only(token -> !foreign.contains(token.sentence()));
    }

    private static boolean isForeign(List<Token> sentence) {
        Set<String> words = new HashSet<>();
        sentence.forEach(token -> words.add(token.word()));
        long strange =
                sentence.stream().filter(token -> isStrange(token.word())).count();
        if (strange * 3 > sentence.size()) {
            return true;
        }
        int english = count(words, ENGLISH);
        int other = 0;
        for (Set<String> tongue : OTHERS) {
            other = Math.max(other, count(words, tongue));
        }
        long accented =
                sentence.stream().filter(token -> isAccented(token.word())).count();
        boolean elided = sentence.stream().anyMatch(token -> isElided(token.word()));
        boolean enough = other >= MUCH || accented > 0 || elided || sentence.size() <= MUCH;
        return (enough && other + (elided ? MUCH : 0) > english) || (english == 0 && accented >= MUCH);
    }

    private static int count(Set<String> words, Set<String> tongue) {
        int count = 0;
        for (String word : words) {
            count += tongue.contains(word) ? 1 : 0;
        }
        return count;
    }

    /** A word with letters that no Latin script has. */
    private static boolean isStrange(String word) {
        return !isPlain(word)
                && word.codePoints()
                        .anyMatch(c -> Character.isLetter(c)
                                && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    }

    private static boolean isAccented(String word) {
        return !isPlain(word) && word.codePoints().anyMatch(c -> c > 0x7f && Character.isLetter(c));
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** A word of French or Italian with its article, as {@code l'application}. */
    private static boolean isElided(String word) {
        int quote = word.indexOf('\'');
        return quote > 0 && quote <= 2 && word.length() > quote + 2 && ELIDED.contains(word.substring(0, quote));
    }
}
