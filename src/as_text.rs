//! Types that are stored as text, by `Display` and `FromStr` or as one string by serde.

/// Lets serde write a type as its `Display` shows it, and read what its `FromStr` reads.
macro_rules! as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Gives each variant of an enum one word, with which it is shown, stored and logged.
macro_rules! words {
    ($type:ident, $name:literal: $($variant:ident => $word:literal,)+) => {
        impl $type {
            pub(crate) fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::invalid::InvalidArgument;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(Self::Err::new($name, "is not a word that this version knows")),
                }
            }
        }

        $crate::as_text::as_text!($type);
    };
}

pub(crate) use {as_text, words};
