use super::*;
use crate::UserMasterKey;
use crate::people::{HOUSE, House, refusal, refuses_every_changed_byte, rng};

struct LoggedIn {
    token: SessionToken,
    boot: BootSecret,
    house: House,
    keyring: Keyring,
    keyring_key: KeyringKey,
}

impl LoggedIn {
    fn new() -> Self {
        let mut house = House::open();
        let mut keyring = Keyring::new();
        keyring.add(house.team());
        keyring.pin_root(HOUSE, house.root.public());
        Self {
            token: SessionToken::generate(&mut rng(1)),
            boot: BootSecret::generate(&mut rng(2)),
            keyring_key: UserMasterKey::generate(&mut rng(3)).keyring_key(),
            house,
            keyring,
        }
    }

    fn row(&self) -> Vec<u8> {
        let ana = &self.house.ana;
        let (keyring, key) = (&self.keyring, &self.keyring_key);
        seal_session(
            &self.token,
            &self.boot,
            ana.id,
            &ana.identity,
            keyring,
            key,
            &mut rng(4),
        )
        .unwrap()
    }
}

#[test]
fn a_session_opens_with_its_token_and_the_boot_secret() {
    let session = LoggedIn::new();
    let ana = &session.house.ana;
    let bytes = session.row();
    let keys = open_session(&session.token, &session.boot, ana.id, &bytes).unwrap();
    assert_eq!(keys.identity.public(), ana.identity.public());
    assert_eq!(keys.keyring.memberships().len(), 1);
    assert_eq!(
        keys.keyring.root_of(HOUSE),
        Some(&session.house.root.public())
    );
    let resealed = keys
        .keyring
        .seal(&keys.keyring_key, ana.id, 1, &mut rng(5))
        .unwrap();
    assert!(Keyring::open(&session.keyring_key, ana.id, 1, &resealed).is_ok());

    let other = SessionToken::generate(&mut rng(9));
    let after_restart = BootSecret::generate(&mut rng(9));
    let open = |token, boot, account| open_session(token, boot, account, &bytes);
    assert_eq!(
        refusal(open(&other, &session.boot, ana.id)),
        VaultError::WrongKey
    );
    assert_eq!(
        refusal(open(&session.token, &after_restart, ana.id)),
        VaultError::WrongKey
    );
    assert!(open(&session.token, &session.boot, [0; 16]).is_err());
    refuses_every_changed_byte(&bytes, |bytes| {
        open_session(&session.token, &session.boot, ana.id, bytes)
    });
}

#[test]
fn a_token_comes_back_from_its_text() {
    let token = SessionToken::generate(&mut rng(1));
    let text = token.to_text();
    assert_eq!(text.expose().len(), 64);
    let parsed = SessionToken::parse(text.expose()).unwrap();
    assert_eq!(parsed.lookup(), token.lookup());
    assert_eq!(parsed.secret.bytes(), token.secret.bytes());
    for bad in [
        "",
        "short",
        &text.expose().chars().skip(1).collect::<String>(),
        &format!("{}A", text.expose()),
        &"*".repeat(64),
    ] {
        assert!(SessionToken::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_lookup_and_the_form_token_do_not_tell_the_token() {
    let [one, two] = [1, 2].map(|seed| SessionToken::generate(&mut rng(seed)));
    let [boot, restarted] = [3, 4].map(|seed| BootSecret::generate(&mut rng(seed)));
    assert_ne!(one.lookup(), two.lookup());
    assert_eq!(one.csrf(&boot), one.csrf(&boot));
    assert_ne!(one.csrf(&boot), two.csrf(&boot));
    assert_ne!(one.csrf(&boot), one.csrf(&restarted));
    assert!(!one.to_text().expose().contains(&one.csrf(&boot)));
}

#[test]
fn a_mailbox_session_brings_the_mailbox_back() {
    let token = SessionToken::generate(&mut rng(1));
    let boot = BootSecret::generate(&mut rng(2));
    let mailbox = Mailbox::new(OpeningKey::new(Key32::generate(&mut rng(3))));
    let bytes = seal_mailbox_session(&token, &boot, [1; 16], &mailbox, &mut rng(4)).unwrap();
    let open = |bytes: &[u8]| open_mailbox_session(&token, &boot, [1; 16], bytes);
    assert_eq!(open(&bytes).unwrap().public(), mailbox.public());
    assert!(open_mailbox_session(&token, &boot, [2; 16], &bytes).is_err());
    assert!(open_session(&token, &boot, [1; 16], &bytes).is_err());
    refuses_every_changed_byte(&bytes, open);
}

#[test]
fn a_reply_belongs_to_one_request_of_one_session() {
    let [token, other] = [1, 2].map(|seed| SessionToken::generate(&mut rng(seed)));
    let boot = BootSecret::generate(&mut rng(3));
    let bytes = seal_reply(&token, &boot, [1; 32], b"201", &mut rng(4)).unwrap();
    assert_eq!(
        open_reply(&token, &boot, [1; 32], &bytes).unwrap().expose(),
        b"201"
    );
    assert!(open_reply(&token, &boot, [2; 32], &bytes).is_err());
    assert!(open_reply(&other, &boot, [1; 32], &bytes).is_err());
}
