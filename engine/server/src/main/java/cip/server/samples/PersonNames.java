package cip.server.samples;

import java.text.Normalizer;
import java.util.Locale;

/** Invented people: names put together at random, with an address in a domain that is reserved for examples. */
final class PersonNames {
    private static final String[] FIRST = {
        "Alice", "Amir", "Ana", "Anna", "Antoine", "Aylin", "Ben", "Björn", "Carla", "Chloé", "Claire", "Daniel",
        "David", "Elena", "Elif", "Emil", "Emma", "Eva", "Felix", "Finn", "Freya", "Giulia", "Hana", "Hugo", "Ida",
        "Ines", "Isabel", "Jakub", "Jan", "Jonas", "José", "Julia", "Karin", "Lars", "Laura", "Lea", "Leon", "Lina",
        "Luca", "Lucía", "Maja", "Marco", "Maria", "Marta", "Mateo", "Max", "Mehmet", "Mia", "Mila", "Nadia", "Noah",
        "Nora", "Oliver", "Olga", "Paul", "Petra", "Pierre", "Rosa", "Sara", "Sofia", "Sven", "Teresa", "Theo", "Tomáš",
        "Ursula", "Vera", "Viktor", "Yara", "Yusuf", "Zoë"
    };
    private static final String[] LAST = {
        "Adler",
        "Albrecht",
        "Andersen",
        "Bauer",
        "Becker",
        "Bergström",
        "Bianchi",
        "Brandt",
        "Brown",
        "Castro",
        "Costa",
        "Dubois",
        "Duarte",
        "Eriksen",
        "Fernández",
        "Ferrari",
        "Fischer",
        "Fontaine",
        "Garcia",
        "Gruber",
        "Haas",
        "Hansen",
        "Hoffmann",
        "Horvat",
        "Huber",
        "Ivanova",
        "Jansen",
        "Jensen",
        "Kaya",
        "Keller",
        "Klein",
        "Kowalski",
        "Krüger",
        "Lambert",
        "Larsen",
        "Laurent",
        "Lehmann",
        "Lindqvist",
        "Lopes",
        "Maier",
        "Marino",
        "Martin",
        "Meyer",
        "Moreau",
        "Moser",
        "Müller",
        "Murphy",
        "Nagy",
        "Navarro",
        "Nielsen",
        "Novák",
        "Oliveira",
        "Olsen",
        "Papadakis",
        "Pereira",
        "Petrov",
        "Popescu",
        "Ricci",
        "Richter",
        "Romano",
        "Roth",
        "Ruiz",
        "Santos",
        "Schmidt",
        "Schneider",
        "Silva",
        "Simon",
        "Smith",
        "Svensson",
        "Szabó",
        "Torres",
        "Vargas",
        "Vogel",
        "Wagner",
        "Weber",
        "Wilson",
        "Winter",
        "Wolf",
        "Yilmaz",
        "Zimmermann"
    };

    private PersonNames() {}

    static String draw(Draws draws) {
        return FIRST[draws.below(FIRST.length)] + " " + LAST[draws.below(LAST.length)];
    }

    /** E.g. {@code zoe.muller.42@example.org}. */
    static String address(String name, long number) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '.')
                .toLowerCase(Locale.ROOT);
        return plain + "." + number + "@example.org";
    }
}
