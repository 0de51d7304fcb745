# Words of every page.
app-name = Amparo
list-comma = { "፣ " }
skip-to-main = ናብ ቀንዲ ክፋል ናይዚ ገጽ ኪዱ
language = ቋንቋ
leave = ሕጂ ውጽኡ
leave-shortcut = መእተዊኹም ይዓጹ እሞ ካብዚ መርበብ የውጽኣኩም። Shift ሰለስተ ግዜ ምጽቃጥ ሓደ ዓይነት እዩ።
sign-in = እተዉ
pages = ገጻት ናይዚ ዝርዝር
pages-next = ቀጻሊ ገጽ
unchecked-label = ብዛዕባ እዚ ትርጉም
unchecked = ነዚ ገጽ ማሽን እዩ ተርጒሙዎ፤ ሰብ ኣየረጋገጾን።
foot-promise = ኣብዚ እትጽሕፍዎ ተዓሽጉ ይቕመጥ። እዚ መርበብ ካብ ካልእ መርበብ ዋላ ሓንቲ ኣይሓትትን።
