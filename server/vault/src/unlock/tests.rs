use super::*;
use crate::people::{refusal, rng};

const MEMBER: [u8; 16] = [1; 16];

fn words(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn enrolled() -> (UserMasterKey, UnlockRow) {
    let master = UserMasterKey::generate(&mut rng(1));
    let row = master
        .enrol_passphrase(
            MEMBER,
            &words("six good words"),
            StretchParams::FLOOR,
            &mut rng(2),
        )
        .unwrap();
    (master, row)
}

#[test]
fn a_passphrase_opens_its_row() {
    let (master, row) = enrolled();
    let opened = unlock_with_passphrase(&row, MEMBER, &words("six good words")).unwrap();
    assert_eq!(opened.0.bytes(), master.0.bytes());
    let wrong = unlock_with_passphrase(&row, MEMBER, &words("six bad words"));
    assert_eq!(refusal(wrong), VaultError::WrongKey);
    assert!(unlock_with_passphrase(&row, [2; 16], &words("six good words")).is_err());
}

#[test]
fn a_changed_row_is_refused() {
    let (_, row) = enrolled();
    let change = |change: &dyn Fn(&mut UnlockRow)| {
        let mut row = row.clone();
        change(&mut row);
        unlock_with_passphrase(&row, MEMBER, &words("six good words"))
    };
    assert!(change(&|_| ()).is_ok());
    assert!(change(&|row| row.salt[0] ^= 1).is_err());
    assert!(change(&|row| row.verifier[0] ^= 1).is_err());
    assert!(change(&|row| row.method = Method::RecoveryCodeV1).is_err());
    assert!(change(&|row| row.params.push(0)).is_err());
    for place in 0..row.wrapped.len() {
        // Opening beyond the verifier needs no second Argon2 run to be tested.
        let mut wrapped = row.wrapped.clone();
        wrapped[place] ^= 0x10;
        let changed = UnlockRow {
            wrapped,
            ..row.clone()
        };
        let secret = StretchParams::FLOOR.stretch(b"six good words", &row.salt);
        if place % 17 == 0 {
            assert!(
                changed.open(&secret.unwrap(), MEMBER).is_err(),
                "byte {place}"
            );
        }
    }
}

#[test]
fn settings_below_the_floor_are_refused_everywhere() {
    let (master, row) = enrolled();
    let low = StretchParams {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };
    let answer = master.enrol_passphrase(MEMBER, &words("six good words"), low, &mut rng(3));
    assert_eq!(refusal(answer), VaultError::UnknownFormat);
    let weakened = UnlockRow {
        params: low.encode(),
        ..row
    };
    let answer = unlock_with_passphrase(&weakened, MEMBER, &words("six good words"));
    assert_eq!(refusal(answer), VaultError::UnknownFormat);
    // It must not panic either.
    spend_as_if_unlocking(&words("six good words"), [0; 16], low);
}

#[test]
fn a_recovery_code_opens_its_row_as_it_was_printed_or_copied() {
    let master = UserMasterKey::generate(&mut rng(1));
    let (code, row) = master.enrol_recovery(MEMBER, &mut rng(2)).unwrap();
    let printed = code.reveal();
    assert_eq!(printed.expose().len(), 8 * 4 + 7);
    for copied in [
        printed.expose().to_owned(),
        printed.expose().to_lowercase().replace('-', " "),
    ] {
        let code = RecoveryCode::parse(&copied).unwrap();
        let opened = unlock_with_recovery(&row, MEMBER, &code).unwrap();
        assert_eq!(opened.0.bytes(), master.0.bytes());
    }
    let (other, _) = master.enrol_recovery(MEMBER, &mut rng(3)).unwrap();
    assert_eq!(
        refusal(unlock_with_recovery(&row, MEMBER, &other)),
        VaultError::WrongKey
    );
    assert!(unlock_with_recovery(&row, [2; 16], &code).is_err());
    let with_params = UnlockRow {
        params: vec![0],
        ..row
    };
    assert!(unlock_with_recovery(&with_params, MEMBER, &code).is_err());
}

/// Argon2 once and HKDF by hand, so that the derivation cannot drift unnoticed.
#[test]
fn the_verifier_is_as_documented() {
    let (_, row) = enrolled();
    let stretched = StretchParams::FLOOR
        .stretch(b"six good words", &row.salt)
        .unwrap();
    let mut auth = [0; 32];
    let info: [&[u8]; 1] = [b"amparo/v1/derive/unlock/auth"];
    primitives::hkdf(stretched.bytes(), &row.salt, &info, &mut auth).unwrap();
    assert_eq!(row.verifier, primitives::sha256(&[&auth]));
    assert_eq!(row.params, [0, 0, 0x4c, 0, 0, 0, 0, 2, 0, 0, 0, 1]);
}

#[test]
fn method_names_come_back() {
    for method in [Method::PassphraseArgon2idV1, Method::RecoveryCodeV1] {
        assert_eq!(Method::parse(method.as_str()), Some(method));
    }
    assert_eq!(Method::parse("pass-argon2id-v0"), None);
}
