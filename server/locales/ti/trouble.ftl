# Pages about what did not work.
trouble-not-found-title = ኣብዚ ዋላ ሓንቲ የለን
trouble-not-found-text = እቲ ገጽ የለን፣ ወይ ንስኹም እትርእይዎ ኣይኮነን። ኣድራሻ ርኣዩ ወይ ናብ ድሕሪት ተመለሱ።
trouble-lapsed-title = መእተዊኹም ኣብቂዑ
trouble-lapsed-text = ን15 ደቓይቕ ዋላ ሓንቲ እንተዘይተገይሩ መእተዊ የብቅዕ፤ ብዝኾነ ድማ ድሕሪ 10 ሰዓታት የብቅዕ።
trouble-invalid-title = እዚ ክውሰድ ኣይተኻእለን
trouble-invalid-text = ኣብ ውሽጡ ጌጋ ኣሎ። ዋላ ሓንቲ ኣይተዓቀበን። ናብ ድሕሪት ተመለሱ፣ ነቲ ገጽ ሓድሽ ክፈትዎ እሞ ደጊምኩም ፈትኑ።
trouble-too-many-title = ኣዝዩ ብዙሕ ፈተነታት
trouble-too-many-text = ካልኦት ከይግምቱ ንምክልኻል ሕጂ ዕረፍቲ ኣሎ።
trouble-busy-title = ቁሩብ ተጸበዩ
trouble-busy-text = እዚ መርበብ ሕጂ ኣዝዩ ተጨናኒቑ ኣሎ። ዋላ ሓንቲ ኣይተዓቀበን። ድሕሪ ቁሩብ ፈትኑ።
trouble-too-large-title = እዚ ኣዝዩ ዓቢ እዩ
trouble-too-large-text = ካብ ብሓደ ግዜ ክለኣኽ ዝኽእል ንላዕሊ እዩ። ዋላ ሓንቲ ኣይተዓቀበን።
trouble-too-slow-title = እዚ ብግዜኡ ኣይበጽሐን
trouble-too-slow-text = እቲ መስመር ኣዝዩ ደንጓዪ ነይሩ። ዋላ ሓንቲ ኣይተዓቀበን። ከም ብሓድሽ ስደድዎ።
trouble-unavailable-title = ሕጂ የለን
trouble-unavailable-text = እዚ መርበብ ዘድልዮ ነገር ክርከብ ኣይተኻእለን። ዋላ ሓንቲ ኣይተዓቀበን። ድሕሪ ሒደት ደቓይቕ ፈትኑ።
trouble-broken-title = ገለ ነገር ተበላሽዩ
trouble-broken-text = እዚ ጌጋና እዩ እምበር ጌጋኹም ኣይኮነን። ዋላ ሓንቲ ኣይተዓቀበን።
trouble-damaged-title = እዚ ኣይእመንን
trouble-damaged-text = እቲ መኽዘን ሓበሬታ ብዛዕባ እዚ ዝሓዞ ኣይሰማማዕን፤ ዲስክ ተበላሽዩ፣ ወይ ገለ ሰብ ቀይርዎ። ዋላ ሓንቲ ኣይተራእየን፣ ኣይተዓቀበን።
trouble-not-now-title = እዚ ሕጂ ክግበር ኣይክእልን
trouble-not-now-text = ቅድሚ ሕጂ ተገይሩ፣ ወይ ገለ ነገር ይኽልክሎ። ደጊምኩም ርኣይዎ።
trouble-wait = { $minutes ->
    [one] ድሕሪ { $minutes } ደቒቕ ደጊምኩም ፈትኑ።
   *[other] ድሕሪ { $minutes } ደቓይቕ ደጊምኩም ፈትኑ።
}
trouble-reference = ነዚ መለለዪ ንኣመሓዳሪኹም ሃብዎ፦
trouble-home = ናብ መጀመርታ ገጽ ኪዱ
lapsed-kept-title = ዝጸሓፍኩምዎ ኣይጠፍአን
lapsed-kept-number = ቁጽርኹም ደጊምኩም ኣእትዉ። ሓድሽ መስኮት ይኽፈት፤ ድሕሪኡ ናብዚ ተመለሱ።
lapsed-kept-send = ድሕሪኡ ዝጸሓፍኩምዎ ደጊምኩም ስደዱ።
lapsed-kept-button = ደጊምኩም ስደዱ
