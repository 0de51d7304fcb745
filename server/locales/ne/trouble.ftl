# Pages about what did not work.
trouble-not-found-title = यहाँ केही छैन
trouble-not-found-text = पृष्ठ छैन, वा यो तपाईंले हेर्ने होइन। ठेगाना हेर्नुहोस्, वा फर्कनुहोस्।
trouble-lapsed-title = तपाईंको प्रवेश सकियो
trouble-lapsed-text = 15 मिनेट केही नगर्दा प्रवेश सकिन्छ, र जे भए पनि 10 घण्टापछि सकिन्छ।
trouble-invalid-title = यो लिन सकिएन
trouble-invalid-text = यसभित्र केही ठीक छैन। केही सुरक्षित भएन। फर्कनुहोस्, पृष्ठ फेरि खोल्नुहोस् र फेरि प्रयास गर्नुहोस्।
trouble-too-many-title = धेरै पटक प्रयास भयो
trouble-too-many-text = अरूले अनुमान गर्न नसकून् भनेर अहिले विश्राम छ।
trouble-busy-title = एक छिन
trouble-busy-text = साइट अहिले धेरै व्यस्त छ। केही सुरक्षित भएन। केही बेरमा फेरि प्रयास गर्नुहोस्।
trouble-too-large-title = यो धेरै ठूलो छ
trouble-too-large-text = यो एकै पटकमा पठाउन सकिनेभन्दा बढी छ। केही सुरक्षित भएन।
trouble-too-slow-title = यो समयमा आइपुगेन
trouble-too-slow-text = लाइन धेरै ढिलो थियो। केही सुरक्षित भएन। फेरि पठाउनुहोस्।
trouble-unavailable-title = अहिले उपलब्ध छैन
trouble-unavailable-text = यो साइटलाई चाहिने केही कुरा पाइएन। केही सुरक्षित भएन। केही मिनेटमा फेरि प्रयास गर्नुहोस्।
trouble-broken-title = केही बिग्रियो
trouble-broken-text = यो हाम्रो गल्ती हो, तपाईंको होइन। केही सुरक्षित भएन।
trouble-damaged-title = यो पत्याउन सकिँदैन
trouble-damaged-text = यसबारे डेटाबेसमा भएको कुरा मिल्दैन: डिस्क बिग्रेको छ, वा कसैले बदलेको छ। केही देखाइएन र केही सुरक्षित भएन।
trouble-not-now-title = यो अहिले गर्न सकिँदैन
trouble-not-now-text = यो पहिले नै गरिएको छ, वा केही कुराले रोक्छ। फेरि हेर्नुहोस्।
trouble-wait = { $minutes ->
    [one] { $minutes } मिनेटपछि फेरि प्रयास गर्नुहोस्।
   *[other] { $minutes } मिनेटपछि फेरि प्रयास गर्नुहोस्।
}
trouble-reference = आफ्नो प्रशासकलाई यो सन्दर्भ दिनुहोस्:
trouble-home = सुरु पृष्ठमा जानुहोस्
lapsed-kept-title = तपाईंले लेखेको हराएको छैन
lapsed-kept-number = आफ्नो नम्बर फेरि लेख्नुहोस्। नयाँ ट्याब खुल्छ; त्यसपछि यहाँ फर्कनुहोस्।
lapsed-kept-send = त्यसपछि लेखेको कुरा फेरि पठाउनुहोस्।
lapsed-kept-button = फेरि पठाउनुहोस्
