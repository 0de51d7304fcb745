# Words of every page.
app-name = Amparo
skip-to-main = ወደ ገጹ ዋና ክፍል ሂድ
language = ቋንቋ
leave = አሁን ውጣ
leave-shortcut = መግቢያህን ይዘጋል እና ከዚህ ጣቢያ ያስወጣሃል። Shift ሦስት ጊዜ መጫን ተመሳሳይ ነው።
sign-in = ግባ
pages = የዚህ ዝርዝር ገጾች
pages-next = ቀጣይ ገጽ
unchecked-label = ስለዚህ ትርጉም
unchecked = ይህን ገጽ ማሽን ተርጉሞታል፤ ማንም ሰው አላረጋገጠውም።
foot-promise = እዚህ የሚጽፉት ታሽጎ ይቀመጣል። ይህ ጣቢያ ከሌላ ጣቢያ ምንም አይጠይቅም።
list-joint = { "፣ " }
