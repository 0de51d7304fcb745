use proptest::prelude::*;

use super::*;
use crate::people::{HOUSE, House, refusal, refuses_every_changed_byte, rng};
use crate::{GroupKey, Kind, MailboxKey};

fn context() -> Context {
    Context::of(Kind::Intake, HOUSE, [1; 16])
}

#[test]
fn a_box_opens_for_its_key_in_its_context() {
    let queue = GroupKey::generate([1; 16], 1, &mut rng(1));
    let to = queue.as_recipient(HOUSE);
    let bytes = seal_to(&to, &context(), b"help", Padding::Record, &mut rng(2)).unwrap();
    assert_eq!(bytes.len(), 2 + 32 + 256 + 16);
    assert_eq!(
        queue.open_sealed(&context(), &bytes).unwrap().expose(),
        b"help"
    );

    let other = GroupKey::generate([1; 16], 1, &mut rng(3));
    assert_eq!(
        refusal(other.open_sealed(&context(), &bytes)),
        VaultError::Tampered
    );
    assert!(queue.open_sealed(&context().version(1), &bytes).is_err());
    assert!(queue.open_signed(&context(), &bytes).is_err());
    refuses_every_changed_byte(&bytes, |bytes| queue.open_sealed(&context(), bytes));
}

#[test]
fn a_seal_that_was_begun_before_is_the_same_seal() {
    let house = House::open();
    let (ana, queue) = (&house.ana, GroupKey::generate([1; 16], 1, &mut rng(1)));
    let to = queue.as_recipient(HOUSE);
    let begun = BegunSeal::begin(&to, &context(), &mut rng(2)).unwrap();
    assert!(begun.is_for(&to, &context()));
    assert!(!begun.is_for(&to, &context().version(1)));
    assert!(!begun.is_for(&ana.verified.key(), &context()));
    let at_once = seal_to(&to, &context(), b"help", Padding::Record, &mut rng(2)).unwrap();
    assert_eq!(begun.finish(b"help", Padding::Record).unwrap(), at_once);

    let begun = || BegunSeal::begin_signed(&to, &context(), &mut rng(2)).unwrap();
    let at_once = seal_signed_to(
        &to,
        &ana.identity,
        ana.id,
        &context(),
        b"help",
        Padding::Record,
        &mut rng(2),
    );
    let later = begun().finish_signed(&ana.identity, ana.id, b"help", Padding::Record);
    assert_eq!(later.unwrap(), at_once.unwrap());
    assert!(begun().finish(b"help", Padding::Record).is_err());
    let plain = BegunSeal::begin(&to, &context(), &mut rng(2)).unwrap();
    assert!(
        plain
            .finish_signed(&ana.identity, ana.id, b"help", Padding::Record)
            .is_err()
    );
}

#[test]
fn a_signed_message_is_believed_only_from_its_signer() {
    let house = House::open();
    let (ana, ben) = (&house.ana, &house.ben);
    let to = ben.verified.key();
    let seal = |signer: &Identity, id, seed| {
        seal_signed_to(
            &to,
            signer,
            id,
            &context(),
            b"come at six",
            Padding::Record,
            &mut rng(seed),
        )
        .unwrap()
    };
    let bytes = seal(&ana.identity, ana.id, 1);
    let open = |bytes: &[u8]| ben.identity.open_signed(&context(), bytes);
    assert_eq!(open(&bytes).unwrap().signer(), ana.id);
    assert_eq!(
        open(&bytes)
            .unwrap()
            .verify(&ana.verified)
            .unwrap()
            .expose(),
        b"come at six"
    );
    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&ben.verified)),
        VaultError::WrongKey
    );
    assert!(ben.identity.open_sealed(&context(), &bytes).is_err());

    let namesake = house.vouch([0x55; 16], &ana.identity);
    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&namesake)),
        VaultError::WrongKey
    );

    let forged = seal(&ben.identity, ana.id, 2);
    assert_eq!(
        refusal(open(&forged).unwrap().verify(&ana.verified)),
        VaultError::WrongKey
    );
    refuses_every_changed_byte(&bytes, |bytes| {
        open(bytes).and_then(|message| message.verify(&ana.verified))
    });
}

/// Whoever receives a signed message cannot pass it on as if it had been meant for another.
#[test]
fn a_message_cannot_be_sealed_again_to_somebody_else() {
    let mut house = House::open();
    let (ana, ben) = (&house.ana, &house.ben);
    let bytes = seal_signed_to(
        &ben.verified.key(),
        &ana.identity,
        ana.id,
        &context(),
        b"yes",
        Padding::Record,
        &mut house.rng,
    )
    .unwrap();
    let inside = open(ben.identity.opening_key(), &context(), Form::Signed, &bytes).unwrap();
    let onward = |to: &VerifiedKey, seed| {
        BegunSeal::begin_signed(to, &context(), &mut rng(seed))
            .unwrap()
            .end(&inside, Padding::Record)
            .unwrap()
    };
    let back = onward(&ana.verified.key(), 3);
    let message = ana.identity.open_signed(&context(), &back).unwrap();
    assert_eq!(refusal(message.verify(&ana.verified)), VaultError::WrongKey);
    let control = onward(&ben.verified.key(), 4);
    let message = ben.identity.open_signed(&context(), &control).unwrap();
    assert!(message.verify(&ana.verified).is_ok());
}

#[test]
fn a_useless_public_key_is_refused() {
    // The point of order one: every shared secret with it would be zero.
    let to = MailboxKey::from_sealed_file([0; 32]);
    let answer = seal_to(&to, &context(), b"help", Padding::Record, &mut rng(1));
    assert_eq!(refusal(answer), VaultError::WrongKey);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_changed_bit_is_refused(text: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
        let queue = GroupKey::generate([1; 16], 1, &mut rng(1));
        let to = queue.as_recipient(HOUSE);
        let mut bytes = seal_to(&to, &context(), &text, Padding::Padme, &mut rng(2)).unwrap();
        let opened = queue.open_sealed(&context(), &bytes).unwrap();
        prop_assert_eq!(opened.expose(), text);
        let place = at.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert!(queue.open_sealed(&context(), &bytes).is_err());
    }
}

#[test]
fn a_carried_message_shows_its_writer_and_its_carrier() {
    let house = House::open();
    let (ana, ben) = (&house.ana, &house.ben);
    let [old, new] = [1, 2].map(|epoch| GroupKey::generate([1; 16], epoch, &mut rng(epoch.into())));
    let bytes = seal_signed_to(
        &old.as_recipient(HOUSE),
        &ana.identity,
        ana.id,
        &context(),
        b"help",
        Padding::Record,
        &mut rng(3),
    );
    let message = old.open_signed(&context(), &bytes.unwrap()).unwrap();
    let to = new.as_recipient(HOUSE);
    let carry = |message: &SignedMessage| {
        message.carry(&to, &ben.identity, ben.id, Padding::Record, &mut rng(4))
    };
    let carried = carry(&message).unwrap();
    let open = |bytes: &[u8]| new.open_carried(&context(), bytes);

    let opened = open(&carried).unwrap();
    assert_eq!(opened.carrier(), ben.id);
    let inside = opened.verify(&ben.verified).unwrap();
    assert_eq!(inside.signer(), ana.id);
    // Once more: the carrier changes, the writer stays.
    let again = open(&carry(&inside).unwrap()).unwrap();
    assert_eq!(inside.verify(&ana.verified).unwrap().expose(), b"help");
    let inside = again.verify(&ben.verified).unwrap();
    assert_eq!(inside.verify(&ana.verified).unwrap().expose(), b"help");

    assert!(open(&carried).unwrap().verify(&ana.verified).is_err());
    let elsewhere = context().version(1);
    assert!(new.open_carried(&elsewhere, &carried).is_err());
    assert!(new.open_signed(&context(), &carried).is_err());
    assert!(old.open_carried(&context(), &carried).is_err());
    refuses_every_changed_byte(&carried, open);
}
