# What is wrong with a field.
faults-title = እባክዎ እነዚህን መልሶች ያረጋግጡ
fault-missing = ይህን ይሙሉ
fault-empty = ይህን ይሙሉ፣ ወይም ትንሽ ተጨማሪ ይጻፉ
fault-too_long = ይህ ቢበዛ { $limit } ፊደላት ሊኖረው ይችላል
fault-not_understood = ከመልሶቹ አንዱ እዚህ አይቻልም።
fault-unreadable = ቅጹ ሊነበብ አልቻለም። እንደገና ይሞክሩ።
fault-foreign = ይህ ከእኛ ገጽ የተላከ አይደለም።
fault-send_again = ይህ ገጽ ከተከፈተ በኋላ እንደገና ገብተዋል። አንድ ጊዜ ይመልከቱትና እንደገና ይላኩት።
fault-too_many_tries = በጣም ብዙ ሙከራዎች። { $limit } ደቂቃ ይጠብቁ።
fault-busy = ጣቢያው አሁን በጣም ተጨናንቋል። ምንም አልተቀመጠም። ከጥቂት ጊዜ በኋላ ይሞክሩ።
fault-key_reused = ይህ ቅጽ ቀደም ሲል በሌላ ጽሑፍ ተልኳል። እንደገና ይክፈቱት።
fault-answer_gone = ይህ ቀደም ሲል ተደርጓል። መልሱ እንደገና ሊታይ አይችልም።
