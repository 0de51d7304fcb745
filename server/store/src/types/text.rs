//! Closed lists of words in a text column, through one macro.
//!
//! What must stay true: a word that the code does not know is an error that names the type, never
//! the word. The word could be somebody's.

/// The text is none of the words of the named type. Says nothing about the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} does not know this word")]
pub struct UnknownText(
    /// The type that refused.
    pub &'static str,
);

/// Makes an enum that is stored as text: `text_enum! { /// Doc. pub enum Kind { A = "a" } }`.
///
/// Gives `ALL`, `as_str`, `parse`, `Display`, `FromStr`, serde, and a diesel `Text` column. The
/// crate that uses it needs `diesel` among its own dependencies. Put a `check` on the column too.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            $crate::for_macros::diesel::expression::AsExpression,
            $crate::for_macros::diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = $crate::for_macros::diesel::sql_types::Text)]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every variant, in the order of the list.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is stored and sent.
            $vis const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Reads a word; an unknown one is an error that does not repeat it.
            $vis fn parse(text: &str) -> ::std::result::Result<Self, $crate::UnknownText> {
                match text {
                    $($text => ::std::result::Result::Ok(Self::$variant),)+
                    _ => ::std::result::Result::Err($crate::UnknownText(stringify!($name))),
                }
            }
        }

        const _: () = assert!(!$name::ALL.is_empty());

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownText;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl $crate::for_macros::serde::Serialize for $name {
            fn serialize<S: $crate::for_macros::serde::Serializer>(
                &self,
                to: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::for_macros::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::for_macros::serde::Deserializer<'de>>(
                from: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let text = <::std::string::String as $crate::for_macros::serde::Deserialize>::deserialize(from)?;
                Self::parse(&text).map_err($crate::for_macros::serde::de::Error::custom)
            }
        }

        impl<DB> $crate::for_macros::diesel::serialize::ToSql<$crate::for_macros::diesel::sql_types::Text, DB> for $name
        where
            DB: $crate::for_macros::diesel::backend::Backend,
            str: $crate::for_macros::diesel::serialize::ToSql<$crate::for_macros::diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut $crate::for_macros::diesel::serialize::Output<'b, '_, DB>,
            ) -> $crate::for_macros::diesel::serialize::Result {
                <str as $crate::for_macros::diesel::serialize::ToSql<
                    $crate::for_macros::diesel::sql_types::Text,
                    DB,
                >>::to_sql(self.as_str(), out)
            }
        }

        impl<DB> $crate::for_macros::diesel::deserialize::FromSql<$crate::for_macros::diesel::sql_types::Text, DB> for $name
        where
            DB: $crate::for_macros::diesel::backend::Backend,
            ::std::string::String:
                $crate::for_macros::diesel::deserialize::FromSql<$crate::for_macros::diesel::sql_types::Text, DB>,
        {
            fn from_sql(
                raw: <DB as $crate::for_macros::diesel::backend::Backend>::RawValue<'_>,
            ) -> $crate::for_macros::diesel::deserialize::Result<Self> {
                let text = <::std::string::String as $crate::for_macros::diesel::deserialize::FromSql<
                    $crate::for_macros::diesel::sql_types::Text,
                    DB,
                >>::from_sql(raw)?;
                ::std::result::Result::Ok(Self::parse(&text)?)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    text_enum! {
        /// Kinds for the test.
        enum Kind {
            /// One.
            Legal = "legal",
            /// Two.
            Health = "health",
        }
    }

    #[test]
    fn words_come_back_and_strangers_are_refused() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Ok(*kind));
        }
        assert_eq!(Kind::Health.to_string(), "health");
        assert_eq!("secret".parse::<Kind>(), Err(UnknownText("Kind")));
        assert_eq!(
            UnknownText("Kind").to_string(),
            "Kind does not know this word"
        );
    }

    #[test]
    fn json_is_the_word() {
        assert_eq!(serde_json::to_string(&Kind::Legal).unwrap(), "\"legal\"");
        assert_eq!(
            serde_json::from_str::<Kind>("\"legal\"").unwrap(),
            Kind::Legal
        );
        let refused = serde_json::from_str::<Kind>("\"Maria\"")
            .unwrap_err()
            .to_string();
        assert!(!refused.contains("Maria"));
    }
}
