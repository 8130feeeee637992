package io.quantumlayer.core.internal.analyze;

import java.util.List;
import java.util.Set;

/** Tells English sentences from those of other languages by their small words, and sets the others aside. */
final class Tongue {
    private static final Set<String> ENGLISH =
            Words.of("the a an and or with without for of to in on that which is are it by from my our i we need"
                    + " want create build make should must not no at as be can please has have using where users"
                    + " me write give only");
    private static final List<Set<String>> OTHERS = List.of(
            Words.of("der das ein eine einen einer eines einem und mit ohne für zum zur von ist nicht kein keine"
                    + " bitte erstelle baue auf soll den dem ich wir im oder meine mein brauche ihre sich auch"
                    + " werden"),
            Words.of("le la les un une des du de et avec sans pour dans est pas créer crée créez je nous veux"
                    + " mon ma mes notre qui ou sur aux au doit faire besoin"),
            Words.of("el los las un una de del y con sin para por en es no que crea crear necesito quiero mi"
                    + " nuestra nuestro haz servicio lista al"),
            Words.of("il lo gli una uno di del della e con senza per che non crea crei voglio servizio elenco"
                    + " nel dei delle un mio bisogno"),
            Words.of("o os um uma de do da dos e com sem para por em não crie criar quero preciso serviço meu"
                    + " minha que"),
            Words.of("het een en met zonder voor van niet geen maak ik wil de op mijn onze dat lijst naar moet"),
            Words.of("oraz dla bez jest nie utwórz stwórz usługę listy się na ze z do aplikację zadań"));

    private Tongue() {}

    static Text english(Text text, Reading reading) {
        Text kept = text;
        for (int number : text.sentences()) {
            if (isForeign(text.ofSentence(number))) {
                reading.notUnderstood.add(text.sentence(number));
                kept = kept.only(token -> token.sentence() != number);
            }
        }
        return kept;
    }

    private static boolean isForeign(List<Token> sentence) {
        long strange =
                sentence.stream().filter(token -> isStrange(token.word())).count();
        if (strange * 3 > sentence.size()) {
            return true;
        }
        long english = count(sentence, ENGLISH);
        return OTHERS.stream().mapToLong(words -> count(sentence, words)).max().orElse(0) > english;
    }

    private static long count(List<Token> sentence, Set<String> words) {
        return sentence.stream().filter(token -> words.contains(token.word())).count();
    }

    /** A word with letters that no Latin script has. */
    private static boolean isStrange(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    }
}
