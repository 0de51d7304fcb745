# The closed lists of records: `need-legal` is the word `legal` of the list `need`. Rooms share them.

entry-kind-note = Note
entry-kind-call = Call
entry-kind-visit = Visit
entry-kind-message = Message
entry-kind-decision = Decision
entry-kind-document_note = What a document says

need-where-here = Where the person is
need-where-origin = In their country of origin

need-status-open = Open
need-status-in_referral = With a partner
need-status-met = Met
need-status-dropped = Not needed any more

task-kind-deadline = Deadline
task-kind-hearing = Hearing
task-kind-bond = Bond
task-kind-appeal = Appeal
task-kind-removal = Removal
task-kind-medical = Medical
task-kind-reporting = Report to the authorities
task-kind-contact_attempt = Try to reach the person
task-kind-other = Other

section-identity = Name, age, languages
section-contact = How to reach them
section-custody = Where they are detained
section-needs = What they need
section-health = Health
section-trafficking = What was done to them
section-immigration_status = Immigration status
section-family = Family
section-documents = Papers
section-notes = Notes marked for partners

recipients-nobody_yet = Nobody yet
recipients-ask_each_time = Ask each time
recipients-named = Only the ones named
recipients-any_partner = Any partner that can help

purpose-referral = To find help
purpose-legal_representation = Legal representation
purpose-medical = Medical treatment
purpose-shelter = Housing
purpose-family_tracing = To find family
purpose-statistics = Statistics
purpose-other = Something else

explained-by-me = by me
explained-by-interpreter = by an interpreter
explained-by-not_possible = it could not be explained

proxy-role-parent = a parent
proxy-role-guardian = a guardian
proxy-role-appointed = someone appointed by a court or an authority
proxy-role-lawyer_with_mandate = a lawyer with a signed mandate
proxy-role-other = someone else
child-view-agrees = The child agrees
child-view-objects = The child does not want it
child-view-not_asked = The child was not asked
child-view-too_young = Too young to have a view
child-decided-guardian = Whoever agreed for the child
child-decided-best_interests = A decision in the child’s best interests
explainer-me = whoever wrote it down
explainer-interpreter = an interpreter
explainer-not_possible = nobody: it could not be explained
given-spoken = Spoken
given-signed = Signed
given-proxy = By someone on their behalf

trafficking-PossibleVictimOfTrafficking = Possibly trafficked
trafficking-ActualVictimOfTrafficking = Trafficked
trafficking-NotAVictimOfTrafficking = Not trafficked
trafficking-act-recruitment = Recruitment
trafficking-act-transportation = Transportation
trafficking-act-transfer = Transfer
trafficking-act-harbouring = Harbouring
trafficking-act-receipt = Receipt
trafficking-means-PhysicalThreats = Threats of violence
trafficking-means-ThreatsLawEnforcement = Threats to call the police
trafficking-means-ThreatensChildrenFamily = Threats to children or family
trafficking-means-DebtBondage = Debt bondage
trafficking-means-FalsePromises = False promises
trafficking-means-PhysicalAbuse = Physical abuse
trafficking-means-SexualAbuse = Sexual abuse
trafficking-means-TakesEarnings = Takes their earnings
trafficking-means-RestrictsFinancialAccess = Keeps them from having money
trafficking-means-RestrictsMedicalCare = Keeps them from medical care
trafficking-means-WithholdsNecessities = Withholds food or other basics
trafficking-means-PsychologicalAbuse = Psychological abuse
trafficking-means-PsychoactiveSubstance = Drugs or alcohol
trafficking-means-ExcessiveWorkingHours = Excessive working hours
trafficking-means-WithholdsDocuments = Keeps their papers
trafficking-means-Other = Something else

exploitation-ForcedLabour = Forced labour
exploitation-SexualExploitation = Sexual exploitation
exploitation-ChildLabour = Child labour
exploitation-ForcedMarriage = Forced marriage
exploitation-Servitude = Servitude
exploitation-ForcedMilitaryByNonStateActors = Forced into an armed group
exploitation-OrganRemoval = Removal of organs
exploitation-ForcedBegging = Forced begging
exploitation-ForcedAdoption = Forced adoption
exploitation-Surrogacy = Surrogacy
exploitation-Other = Something else

outcome-resolved = Solved
outcome-partly_resolved = Partly solved
outcome-not_resolved = Not solved
outcome-passed_on = Others have taken over
outcome-withdrawn = The person does not want it any more
outcome-lost_contact = The person cannot be reached
outcome-removed = The person was removed to another country
outcome-died = The person died

age-band-child = under 18
age-band-young_adult = 18 to 25
age-band-adult = 26 to 59
age-band-older = 60 or over
age-band-unknown = age not known

person-step-waiting = Waiting to be read
person-step-read = Read
person-step-in_work = In progress
person-step-closed = Nothing more is planned

recorded-yes = the line is recorded
recorded-no = the line is not recorded
recorded-unknown = the line may be recorded

voicemail-yes = You may leave a message.
voicemail-no = Do not leave a message.
voicemail-unknown = We do not know whether a message is safe. Do not leave one.

call-back-yes = It is safe to call back.
call-back-no = Do NOT call back.
call-back-unknown = We do not know whether it is safe to call back. Do not call until you know.

case-status-open = Open
case-status-closed = Closed

removal-state-rumoured = Feared or heard of
removal-state-announced = Announced
removal-state-boarded = Under way
removal-state-carried_out = Carried out
removal-state-stopped = Stopped
removal-state-failed = Tried, and did not happen
removal-way = How
removal-way-charter = Charter flight
removal-way-commercial = Ordinary flight
removal-way-land = By land
removal-way-sea = By sea
removal-way-pushback = Pushed back across a border
removal-way-unknown = Not known
removal-stop-order = A court or an authority
removal-stop-medical = Not fit to travel
removal-stop-no_document = No travel document
removal-stop-other = Something else
