# The start page and leaving.
start-title = ለስደተኞች እርዳታ
start-lead = Amparo ለረዳቶችዎ የሚነግሩትን አሽጎ ይጠብቃል፤ መርዳት ለሚችሉም ያደርሳል።
start-person-title = ቁጥር ተሰጥቶኛል
start-person-text = ቀጥሎ ምን እንደሚሆን ይመልከቱ፣ ለረዳቶችዎ ይጻፉ፣ ወይም ማካፈል ያቁሙ። ስምም ኢሜይልም አያስፈልግም።
start-person-button = ቁጥሬን ላስገባ
start-staff-title = ሰዎችን እረዳለሁ
start-staff-text = ለስልክ እርዳታ መስመሮች፣ መጠለያዎች፣ የሕግ እርዳታ፣ ክሊኒኮች፣ የሠራተኛ ማኅበራት እና አጋር ድርጅቶች።
start-join = እንድቀላቀል ተጋብዣለሁ
start-languages = ሌሎች ቋንቋዎች
start-safety-title = አንድ ሰው ከኋላዎ ቢያይ
start-safety-leave = በእያንዳንዱ ገጽ ላይ ያለው “አሁን ይውጡ” ወዲያውኑ ያስወጣዎታል።
start-safety-history = የማሰሻዎ ታሪክ እዚህ እንደነበሩ አሁንም ያሳያል። የግል መስኮት ታሪክ አያስቀምጥም።
start-safety-asked = ከAmparo ማንም ቁጥርዎን ወይም የይለፍ ሐረግዎን በፍጹም አይጠይቅዎትም።
gone-title = አዲስ ገጽ
gone-link = አንድ ነገር ይፈልጉ
translations-title = ቋንቋዎቻችን እንዴት እንደተረጋገጡ
translations-lead = የምንጽፈው በእንግሊዝኛ ነው። ሌሎቹ ትርጉሞች ናቸው፤ ሰዎች ምን ያህል እንዳረጋገጧቸው ይህ ነው።
translations-machine-about = ማሽን ብቻ የተረጎመው በገጹ ላይኛ ክፍል ምልክት ይደረግበታል።
translations-withheld = { $count ->
    [one] የሰው ደኅንነት የሚመካበት { $count } ዓረፍተ ነገር ሰው እስኪያረጋግጠው ድረስ በእንግሊዝኛ ይታያል።
   *[other] የሰው ደኅንነት የሚመካባቸው { $count } ዓረፍተ ነገሮች ሰው እስኪያረጋግጣቸው ድረስ በእንግሊዝኛ ይታያሉ።
}
translations-nowhere = ሰዎች የሚነግሩን ነገር ወደ ትርጉም አገልግሎት በፍጹም አይላክም።
translations-caption = ዓረፍተ ነገሮች በቋንቋ
translations-pages = ገጾች
translations-scope-all = ሁሉም
translations-scope-person = ቁጥር ላላቸው ሰዎች
translations-machine = ማሽን ብቻ
translations-reviewed = በአንድ ሰው የተረጋገጠ
translations-double = በሁለት ሰዎች የተረጋገጠ
translations-old = እንግሊዝኛው ከዚያ በኋላ ተቀይሯል
translations-missing = ያልተተረጎመ
translations-help = ከእነዚህ ቋንቋዎች አንዱን በደንብ ይናገራሉ? ይህን ጣቢያ ለሚያስተዳድረው ድርጅት ይንገሩ።
