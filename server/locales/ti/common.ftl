# Words of every page.
app-name = Amparo
skip-to-main = ናብ ቀንዲ ክፋል ናይዚ ገጽ ኪድ
language = ቋንቋ
leave = ሕጂ ውጻእ
leave-shortcut = መእተዊኻ ይዓጹ እሞ ካብዚ መርበብ የውጽኣካ። Shift ሰለስተ ግዜ ምጽቃጥ ሓደ ዓይነት እዩ።
sign-in = እቶ
pages = ገጻት ናይዚ ዝርዝር
pages-next = ቀጻሊ ገጽ
unchecked-label = ብዛዕባ እዚ ትርጉም
unchecked = ነዚ ገጽ ማሽን እዩ ተርጒሙዎ፤ ሰብ ኣየረጋገጾን።
foot-promise = ኣብዚ እትጽሕፍዎ ተዓሽጉ ይቕመጥ። እዚ መርበብ ካብ ካልእ መርበብ ዋላ ሓንቲ ኣይሓትትን።
list-joint = { "፣ " }
