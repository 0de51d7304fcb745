//! What a path names, without the language it begins with.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde::de::value::{Error, SeqDeserializer, StrDeserializer};

use super::trouble::Trouble;
use crate::foundation::refusal::Refusal;

/// The ids in the path: `At<CaseId>` for one, `At<(CaseId, NeedId)>` for two. A path that does not
/// hold such ids says what an unknown one says.
#[derive(Clone, Copy, Debug)]
pub struct At<T>(pub T);

impl<T> std::ops::Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned> FromRequest for At<T> {
    type Error = Trouble;
    type Future = Ready<Result<Self, Trouble>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let texts: Vec<&str> = request
            .match_info()
            .iter()
            .filter(|(name, _)| *name != "lang")
            .map(|(_, text)| text)
            .collect();
        ready(
            read(&texts)
                .map(Self)
                .ok_or_else(|| Trouble::bare(request, Refusal::NotFound)),
        )
    }
}

fn read<T: DeserializeOwned>(texts: &[&str]) -> Option<T> {
    match texts {
        [one] => T::deserialize(StrDeserializer::<Error>::new(one)).ok(),
        many => T::deserialize(SeqDeserializer::<_, Error>::new(many.iter().copied())).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_from_a_path() {
        use amparo_store::CaseId;
        let id = "9b2f1c1e-8f0a-4f57-9d0e-0d6a5f0d6c11";
        assert!(read::<CaseId>(&[id]).is_some());
        assert!(read::<(CaseId, CaseId)>(&[id, id]).is_some());
        assert!(read::<CaseId>(&["x"]).is_none());
        assert!(read::<(CaseId, CaseId)>(&[id]).is_none());
    }
}
