# Words of every page.
app-name = Amparo
list-comma = { "፣ " }
skip-to-main = ወደ ገጹ ዋና ክፍል ይሂዱ
language = ቋንቋ
leave = አሁን ይውጡ
leave-shortcut = መግቢያዎን ይዘጋል እና ከዚህ ጣቢያ ያስወጣዎታል። Shift ሦስት ጊዜ መጫን ተመሳሳይ ነው።
sign-in = ይግቡ
pages = የዚህ ዝርዝር ገጾች
pages-next = ቀጣይ ገጽ
unchecked-label = ስለዚህ ትርጉም
unchecked = ይህን ገጽ ማሽን ተርጉሞታል፤ ማንም ሰው አላረጋገጠውም።
foot-promise = እዚህ የሚጽፉት ታሽጎ ይቀመጣል። ይህ ጣቢያ ከሌላ ጣቢያ ምንም አይጠይቅም።
