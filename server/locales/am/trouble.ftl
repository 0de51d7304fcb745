# Pages about what did not work.
trouble-not-found-title = እዚህ ምንም የለም
trouble-not-found-text = ገጹ የለም፣ ወይም እርስዎ የሚያዩት አይደለም። አድራሻውን ያረጋግጡ ወይም ወደ ኋላ ይመለሱ።
trouble-lapsed-title = መግቢያዎ አብቅቷል
trouble-lapsed-text = ለ15 ደቂቃ ምንም ካልተደረገ መግቢያው ያበቃል፤ በማንኛውም ሁኔታ ከ10 ሰዓት በኋላ ያበቃል።
trouble-invalid-title = ይህ ሊወሰድ አልቻለም
trouble-invalid-text = በውስጡ ትክክል ያልሆነ ነገር አለ። ምንም አልተቀመጠም። ወደ ኋላ ይመለሱ፣ ገጹን እንደገና ይክፈቱ እና እንደገና ይሞክሩ።
trouble-too-many-title = በጣም ብዙ ሙከራዎች
trouble-too-many-text = ሌሎች እንዳይገምቱ ለመከላከል አሁን እረፍት አለ።
trouble-busy-title = አንድ ጊዜ ይጠብቁ
trouble-busy-text = ጣቢያው አሁን በጣም ተጨናንቋል። ምንም አልተቀመጠም። ከጥቂት ጊዜ በኋላ ይሞክሩ።
trouble-too-large-title = ይህ በጣም ትልቅ ነው
trouble-too-large-text = በአንድ ጊዜ ሊላክ ከሚችለው በላይ ነው። ምንም አልተቀመጠም።
trouble-too-slow-title = ይህ በጊዜው አልደረሰም
trouble-too-slow-text = መስመሩ በጣም ዘገምተኛ ነበር። ምንም አልተቀመጠም። እንደገና ይላኩት።
trouble-unavailable-title = አሁን አይገኝም
trouble-unavailable-text = ይህ ጣቢያ የሚያስፈልገው ነገር ሊገኝ አልቻለም። ምንም አልተቀመጠም። ከጥቂት ደቂቃዎች በኋላ ይሞክሩ።
trouble-broken-title = አንድ ነገር ተበላሽቷል
trouble-broken-text = ይህ የእኛ ጥፋት ነው እንጂ የእርስዎ አይደለም። ምንም አልተቀመጠም።
trouble-damaged-title = ይህ አይታመንም
trouble-damaged-text = የመረጃ ቋቱ ስለዚህ የያዘው እርስ በርሱ አይጣጣምም፤ ዲስኩ ተበላሽቷል፣ ወይም አንድ ሰው ቀይሮታል። ምንም አልታየም፣ ምንም አልተቀመጠም።
trouble-not-now-title = ይህ አሁን ሊደረግ አይችልም
trouble-not-now-text = ቀደም ሲል ተደርጓል፣ ወይም አንድ ነገር ይከለክለዋል። እንደገና ይመልከቱት።
trouble-wait = { $minutes ->
    [one] ከ{ $minutes } ደቂቃ በኋላ እንደገና ይሞክሩ።
   *[other] ከ{ $minutes } ደቂቃዎች በኋላ እንደገና ይሞክሩ።
}
trouble-reference = ይህን መለያ ለአስተዳዳሪዎ ይስጡ፦
trouble-home = ወደ መጀመሪያው ገጽ ይሂዱ
lapsed-kept-title = የጻፉት አልጠፋም
lapsed-kept-number = ቁጥርዎን እንደገና ያስገቡ። አዲስ መስኮት ይከፈታል፤ ከዚያ ወደዚህ ይመለሱ።
lapsed-kept-send = ከዚያ የጻፉትን እንደገና ይላኩ።
lapsed-kept-button = እንደገና ይላኩ
