# The start page and leaving.
start-title = आप्रवासी र शरणार्थीका लागि सहयोग
start-lead = तपाईंले सहयोगीलाई भनेको कुरा Amparo ले सिल गरेर राख्छ, र सहयोग गर्न सक्नेकहाँ पुर्‍याउँछ।
start-person-title = मलाई एउटा नम्बर दिइएको छ
start-person-text = अब के हुन्छ हेर्नुहोस्, सहयोगीलाई लेख्नुहोस्, वा बाँड्न रोक्नुहोस्। नाम वा इमेल चाहिँदैन।
start-person-button = मेरो नम्बर लेख्छु
start-staff-title = म मानिसलाई सहयोग गर्छु
start-staff-text = हटलाइन, आश्रयस्थल, कानुनी सहायता, क्लिनिक, मजदुर संघ र साझेदार संस्थाका लागि।
start-join = मलाई सामेल हुन निम्तो दिइएको छ
start-languages = अरू भाषाहरू
start-safety-title = कसैले तपाईंको पछाडिबाट हेर्छ भने
start-safety-leave = हरेक पृष्ठको माथि रहेको “अहिले नै छोड्नुहोस्” ले तुरुन्तै बाहिर लैजान्छ।
start-safety-history = तपाईं यहाँ आउनुभएको कुरा ब्राउजरको इतिहासमा अझै देखिन्छ। निजी विन्डोले इतिहास राख्दैन।
start-safety-asked = Amparo बाट कसैले पनि तपाईंको नम्बर वा पासफ्रेज कहिल्यै सोध्ने छैन।
gone-title = नयाँ पृष्ठ
gone-link = केही खोज्नुहोस्
translations-title = हाम्रा भाषा कसरी जाँचिए
translations-lead = हामी अङ्ग्रेजीमा लेख्छौं। अरू अनुवाद हुन्; मानिसले कति जाँचेका छन् यहाँ छ।
translations-machine-about = मेसिनले मात्र अनुवाद गरेको कुरा पृष्ठको माथि चिनो लगाइन्छ।
translations-withheld = { $count ->
    [one] कसैको सुरक्षा निर्भर हुने { $count } वाक्य मानिसले नजाँचेसम्म अङ्ग्रेजीमा देखाइन्छ।
   *[other] कसैको सुरक्षा निर्भर हुने { $count } वाक्य मानिसले नजाँचेसम्म अङ्ग्रेजीमा देखाइन्छन्।
}
translations-nowhere = मानिसले हामीलाई भनेको कुरा कहिल्यै अनुवाद सेवामा पठाइँदैन।
translations-caption = भाषा अनुसार वाक्यहरू
translations-pages = पृष्ठहरू
translations-scope-all = सबै
translations-scope-person = नम्बर भएका मानिसका लागि
translations-machine = मेसिन मात्र
translations-reviewed = एक जनाले जाँचेको
translations-double = दुई जनाले जाँचेको
translations-old = त्यसपछि अङ्ग्रेजी फेरियो
translations-missing = अनुवाद नभएको
translations-help = तपाईं यीमध्ये कुनै भाषा राम्ररी जान्नुहुन्छ? यो साइट चलाउने संस्थालाई भन्नुहोस्।
