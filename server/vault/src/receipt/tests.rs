use super::*;
use crate::people::{refusal, rng};

fn digits(code: &ReceiptCode) -> String {
    code.letters().collect()
}

#[test]
fn a_receipt_is_read_as_it_was_shown() {
    let code = ReceiptCode::generate(&mut rng(1));
    let shown = code.grouped();
    assert_eq!(shown.expose().len(), 18 + 5);
    for typed in [
        shown.expose().to_owned(),
        shown.expose().replace(' ', "-"),
        digits(&code),
    ] {
        assert_eq!(digits(&ReceiptCode::parse(&typed).unwrap()), digits(&code));
    }
}

#[test]
fn digits_of_other_scripts_are_the_same_digits() {
    let code = ReceiptCode::generate(&mut rng(2));
    for zero in ZEROS {
        let typed: String = digits(&code)
            .chars()
            .map(|letter| char::from_u32(u32::from(zero) + letter.to_digit(10).unwrap()).unwrap())
            .collect();
        assert_eq!(
            digits(&ReceiptCode::parse(&typed).unwrap()),
            digits(&code),
            "{typed}"
        );
    }
    let right_to_left = format!("\u{200f}{}\u{200e}", digits(&code));
    assert!(ReceiptCode::parse(&right_to_left).is_ok());
}

#[test]
fn what_is_wrong_with_typed_text_is_told() {
    let fault = |typed: &str| ReceiptCode::parse(typed).unwrap_err();
    assert_eq!(fault(""), ReceiptFault::WrongLength);
    assert_eq!(fault("482 913"), ReceiptFault::WrongLength);
    assert_eq!(fault(&"1".repeat(19)), ReceiptFault::WrongLength);
    assert_eq!(fault("48291307726451830O"), ReceiptFault::NotADigit);
    assert_eq!(fault("482 913 077 264 518 ½09"), ReceiptFault::NotADigit);
    assert_eq!(
        fault("000 000 000 000 000 000"),
        ReceiptFault::OneNumberIsWrong
    );
}

#[test]
fn the_check_digits_leave_one() {
    for seed in 0..200 {
        let code = digits(&ReceiptCode::generate(&mut rng(seed)));
        assert_eq!(code.parse::<u64>().unwrap() % 97, 1, "{code}");
    }
}

#[test]
fn every_slip_of_one_digit_and_every_swap_of_neighbours_is_caught() {
    for seed in 0..50 {
        let code = digits(&ReceiptCode::generate(&mut rng(seed)));
        for place in 0..18 {
            for other in '0'..='9' {
                let mut slip = code.clone();
                slip.replace_range(place..=place, &other.to_string());
                assert_eq!(ReceiptCode::parse(&slip).is_ok(), slip == code, "{slip}");
            }
        }
        for place in 0..17 {
            let mut swapped: Vec<_> = code.chars().collect();
            swapped.swap(place, place + 1);
            let swapped: String = swapped.into_iter().collect();
            assert_eq!(
                ReceiptCode::parse(&swapped).is_ok(),
                swapped == code,
                "{swapped}"
            );
        }
    }
}

#[test]
fn the_same_receipt_gives_the_same_keys_and_another_salt_others() {
    let code = ReceiptCode::generate(&mut rng(1));
    let stretch = |salt| code.stretch(&salt, StretchParams::FLOOR).unwrap();
    let [one, again, other] = [[1; 16], [1; 16], [2; 16]].map(stretch);
    assert_eq!(one.tag, again.tag);
    assert_eq!(one.mailbox.public(), again.mailbox.public());
    assert_ne!(one.tag, other.tag);
    assert_ne!(one.mailbox.public(), other.mailbox.public());
    assert_ne!(one.tag, one.mailbox.public());
    let low = StretchParams {
        memory_kib: 64,
        ..StretchParams::FLOOR
    };
    assert_eq!(
        refusal(code.stretch(&[1; 16], low)),
        VaultError::UnknownFormat
    );
}
