# The start page and leaving.
start-title = ሓገዝ ንስደተኛታት
start-lead = Amparo ንሓገዝትኹም እትነግርዎ ዓሺጉ ይሕሉ፤ ናብ ክሕግዙ ዝኽእሉ ድማ የብጽሖ።
start-person-title = ቁጽሪ ተዋሂቡኒ ኣሎ
start-person-text = ቀጺሉ እንታይ ከም ዝኸውን ርኣዩ፣ ንሓገዝትኹም ጽሓፉ፣ ወይ ምክፋል ኣቋርጹ። ስም ኮነ ኢመይል ኣየድልን።
start-person-button = ቁጽረይ ከእቱ
start-staff-title = ንሰባት እሕግዝ
start-staff-text = ንናይ ተሌፎን መስመራት ሓገዝ፣ መዕቆቢታት፣ ሕጋዊ ሓገዝ፣ ክሊኒካት፣ ማሕበራት ሰራሕተኛታትን መሻርኽቲ ትካላትን።
start-join = ክጽንበር ተዓዲመ ኣለኹ
start-languages = ካልኦት ቋንቋታት
start-safety-title = ሓደ ሰብ ብድሕሬኹም እንተ ርእዩ
start-safety-leave = ኣብ ላዕሊ ነፍሲ ወከፍ ገጽ ዘሎ “ሕጂ ውጽኡ” ብኡንብኡ የውጽኣኩም።
start-safety-history = ታሪኽ ናይ መሰሰኺኹም ኣብዚ ከም ዝነበርኩም ገና የርኢ። ብሕታዊ መስኮት ታሪኽ ኣይዕቅብን።
start-safety-asked = ካብ Amparo ዝኾነ ሰብ ቁጽርኹም ወይ ቃል ምሕላፍኩም ፈጺሙ ኣይሓተኩምን እዩ።
gone-title = ሓድሽ ገጽ
gone-link = ገለ ነገር ድለዩ
translations-title = ቋንቋታትና ብኸመይ ከም ዝተረጋገጹ
translations-lead = ንሕና ብእንግሊዝኛ ኢና ንጽሕፍ። እቶም ካልኦት ትርጉማት እዮም፤ ሰባት ክሳብ ክንደይ ከም ዘረጋገጽዎም እዚ እዩ።
translations-machine-about = ማሽን ጥራይ ዝተርጎሞ ኣብ ላዕሊ እቲ ገጽ ምልክት ይግበረሉ።
translations-withheld = { $count ->
    [one] ድሕነት ሰብ ዝምርኮሰሉ { $count } ምሉእ ሓሳብ፣ ሰብ ክሳብ ዘረጋግጾ ብእንግሊዝኛ ይርአ።
   *[other] ድሕነት ሰብ ዝምርኮሰሎም { $count } ምሉኣት ሓሳባት፣ ሰብ ክሳብ ዘረጋግጾም ብእንግሊዝኛ ይርኣዩ።
}
translations-nowhere = ሰባት ዝነግሩና ናብ ኣገልግሎት ትርጉም ፈጺሙ ኣይለኣኽን።
translations-caption = ምሉኣት ሓሳባት ብቋንቋ
translations-pages = ገጻት
translations-scope-all = ኩሎም
translations-scope-person = ንቁጽሪ ዘለዎም ሰባት
translations-machine = ማሽን ጥራይ
translations-reviewed = ብሓደ ሰብ ዝተረጋገጸ
translations-double = ብክልተ ሰባት ዝተረጋገጸ
translations-old = እቲ እንግሊዝኛ ድሕሪኡ ተቐይሩ
translations-missing = ዘይተተርጎመ
translations-help = ካብዞም ቋንቋታት ንሓደ ጽቡቕ ጌርኩም ትዛረቡ ዲኹም? ነቲ ነዚ መርበብ ዘካይድ ትካል ንገርዎ።
