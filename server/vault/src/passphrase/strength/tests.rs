use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;

/// What an organisation's own people are called, as the server hands it in.
const KNOWN: [&str; 5] = [
    "Línea Frontera Sur",
    "Spain",
    "España",
    "Sofía Belmonte",
    "adil",
];

fn judged(text: &str) -> Result<(), Weakness> {
    judge(&Passphrase::new(text.to_owned()), &KNOWN)
}

#[test]
fn what_is_guessed_first_is_refused_and_called_by_its_kind() {
    let bad = [
        ("", Weakness::Short),
        ("X7#kq!9z", Weakness::Short),
        ("no one is illegal", Weakness::Slogan),
        ("No One Is Illegal!", Weakness::Slogan),
        ("NOONEISILLEGAL2024", Weakness::Slogan),
        ("n0 0n3 1s 1ll3g4l", Weakness::Slogan),
        ("no-one-is-illegal-1987", Weakness::Slogan),
        ("noooo one is illegall", Weakness::Slogan),
        ("Refugees Welcome 1234", Weakness::Slogan),
        ("r3fug33s_w3lc0me!!", Weakness::Slogan),
        ("Kein Mensch ist illegal", Weakness::Slogan),
        ("kein.mensch.ist.illegal.161", Weakness::Slogan),
        ("ningún ser humano es ilegal", Weakness::Slogan),
        ("Ningun Ser Humano Es Ilegal 2026", Weakness::Slogan),
        ("aucun être humain n'est illégal", Weakness::Slogan),
        ("لا أحد غير شرعي", Weakness::Slogan),
        ("لا احد غير شرعي ١٢", Weakness::Slogan),
        ("nessun essere umano è illegale", Weakness::Slogan),
        ("Κανένας άνθρωπος δεν είναι λαθραίος", Weakness::Slogan),
        ("HİÇ KİMSE KAÇAK DEĞİLDİR", Weakness::Slogan),
        ("żaden człowiek nie jest nielegalny", Weakness::Slogan),
        ("no borders no nations", Weakness::Slogan),
        ("Fatima19871205Ali", Weakness::Names),
        ("fatima-12.05.1987", Weakness::Names),
        ("FatimaFatimaFatima", Weakness::Names),
        ("SofiaBelmonte1991", Weakness::Names),
        ("Linea Frontera Sur 2026", Weakness::Names),
        ("lineafronterasur!1", Weakness::Names),
        ("mohammed2001ahmed", Weakness::Names),
        ("the dog and the cat", Weakness::Words),
        ("mi casa es tu casa", Weakness::Slogan),
        ("Aufenthaltserlaubnis", Weakness::Words),
    ];
    for (text, kind) in bad {
        assert_eq!(judged(text), Err(kind), "{text}");
    }
    for text in [
        "password1234",
        "aaaaaaaaaaaaaaaaaaaa",
        "123456789012",
        "qwertyuiop1234",
    ] {
        assert!(judged(text).is_err(), "{text}");
    }
}

#[test]
fn what_takes_long_to_guess_is_taken() {
    for text in [
        "gravel tulip onward cement hazel pilot",
        "violin carpet monsoon ladder prune ember",
        "lemon tractor dignity oboe umbrella",
        "no one is illegal gravel tulip onward cement",
        "Fatima gravel tulip onward cement hazel",
        "zapato lluvia verde cuchara trece montaña",
        "t$Fp8#zK!q2&mVx",
        "9fK2-xw7Q-pLm3-Zr8T",
        "مظلة قمر سبعة حديد ورقة بحر",
    ] {
        assert_eq!(judged(text), Ok(()), "{text}");
    }
}

#[test]
fn six_words_of_the_list_are_always_good() {
    let mut rng = ChaCha20Rng::seed_from_u64(14);
    for _ in 0..60 {
        let made = Passphrase::generate(6, &mut rng);
        assert_eq!(judge(&made, &KNOWN), Ok(()), "{}", made.reveal());
    }
}

#[test]
fn what_an_organisation_calls_itself_is_guessed_only_there() {
    let text = Passphrase::new("Trinxat Puigmal Cadí".to_owned());
    let theirs = judge(&text, &["Trinxat Puigmal Cadí"]);
    assert_eq!(theirs, Err(Weakness::Names));
}

#[test]
fn a_very_long_passphrase_is_estimated_in_bounded_time() {
    let long = "lemon tractor dignity oboe umbrella gravel ".repeat(5_000);
    assert_eq!(judged(&long), Ok(()));
}
