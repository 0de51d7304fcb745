# What is wrong with a field.
faults-title = በጃኹም ነዞም መልስታት ርኣይዎም
fault-missing = ነዚ ምልእዎ
fault-empty = ነዚ ምልእዎ፣ ወይ ቁሩብ ወስኽኩም ጽሓፉ
fault-too_long = እዚ እንተበዝሐ { $limit } ፊደላት ክህልዎ ይኽእል
fault-not_understood = ሓደ ካብቶም መልስታት ኣብዚ ኣይከኣልን።
fault-unreadable = እቲ ቅጥዒ ክንበብ ኣይተኻእለን። ደጊምኩም ፈትኑ።
fault-foreign = እዚ ካብ ገጽና ኣይተላእከን።
fault-send_again = እዚ ገጽ ካብ ዝኽፈት ንደሓር ደጊምኩም ኣቲኹም። ሓንሳብ ርኣይዎ እሞ ደጊምኩም ስደድዎ።
fault-too_many_tries = ኣዝዩ ብዙሕ ፈተነታት። { $limit } ደቓይቕ ተጸበዩ።
fault-busy = እዚ መርበብ ሕጂ ኣዝዩ ተጨናኒቑ ኣሎ። ዋላ ሓንቲ ኣይተዓቀበን። ድሕሪ ቁሩብ ፈትኑ።
fault-key_reused = እዚ ቅጥዒ ቅድሚ ሕጂ ብኻልእ ጽሑፍ ተላኢኹ። ሓድሽ ክፈትዎ።
fault-answer_gone = እዚ ቅድሚ ሕጂ ተገይሩ። መልሱ ደጊሙ ክርአ ኣይክእልን።
