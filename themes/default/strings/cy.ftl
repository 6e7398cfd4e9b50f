# The fixed words of pages and posters, in Welsh: a sample to build on. A Welsh speaker should read it before it is published.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = Beth ddylai fod yn ei le?
consequences = Beth all ddilyn
statistics = Pam mae’n bwysig
do = Gwnewch
dont = Peidiwch
contacts = Pwy i gysylltu â nhw
see_also = Gweler hefyd
sections = Canllawiau
channels = Sianeli
glossary = Geirfa
sources = Ffynonellau cymorth
downloads = Lawrlwytho
about = Am y canllawiau hyn

## The tones of levels, read out where only an icon is seen
tone_do = Gwnewch hyn
tone_caution = Byddwch yn ofalus
tone_dont = Peidiwch â gwneud hyn

## Posters
paper_a3 = A3
paper_a4 = A4
paper_a5 = A5
paper_letter = US Letter
variant_large_print = Print bras
variant_ink_saver = Ychydig o inc
variant_bilingual = Yn y ddwy iaith
all_printings = Pob maint
variant_and_paper = { $variant }, { $paper }
scan_for_guidance = Sganiwch i gael y canllawiau llawn
full_guidance_at = Canllawiau llawn: { $address }
version = Fersiwn { $version }
issued = Cyhoeddwyd { $date }
review_by = I’w adolygu erbyn { $date }
licence = Trwydded
call = Ffoniwch
text_to = Tecstiwch
email = E-bost
web = Gwe
contacts_poster_summary = Pwy all helpu, a pha mor fuan
level_continued = { $label } – parhad
sheet_of = { $number } o { $count }
page_of = Tudalen { $number } o { $count }
poster_subject = Canllawiau ar gyfer hysbysfwrdd: { $title }

## The handbook
handbook = Llawlyfr
handbook_intro = Yr holl ganllawiau mewn un ddogfen, i’w darllen, eu cymeradwyo a’u cadw.
handbook_variant = Llawlyfr: { $variant }
variant_booklet = Llyfryn i’w argraffu
cover = Clawr
reference_in_text = (tudalen { $page })
do_and_dont_in_full = { $title }, yn llawn
reference_fuller = Datganiad llawnach
reference_fuller_on_page = Datganiad llawnach ar dudalen { $page }
reference_short = Yn fyr
under_number = o dan { $number }
reference_short_on_page = Yn fyr ar dudalen { $page }
reference_more = { $title }
reference_more_on_page = { $title }, tudalen { $page }
handbook_licence = Gellir defnyddio’r ddogfen hon o dan y drwydded { $licence }.
other_forms = Y ddogfen hon ar ffurf arall
other_forms_text = Os oes angen y ddogfen hon arnoch mewn print bras, ar sain, mewn fformat Hawdd ei Ddeall neu mewn iaith arall, rhowch wybod i ni.
other_forms_contact = Gofynnwch i { $name }: { $ways }

## Dates
date = { $day } { $month } { $year }
month_1 = Ionawr
month_2 = Chwefror
month_3 = Mawrth
month_4 = Ebrill
month_5 = Mai
month_6 = Mehefin
month_7 = Gorffennaf
month_8 = Awst
month_9 = Medi
month_10 = Hydref
month_11 = Tachwedd
month_12 = Rhagfyr

## Sizes and counts
pages = { $count ->
    [one] { $count } dudalen
    [two] { $count } dudalen
    [many] { $count } thudalen
   *[other] { $count } tudalen
}
decimal_mark = .
kilobytes = { $size } KB
megabytes = { $size } MB
file_facts = { $format }, { $size }
file_facts_with_pages = { $format }, { $pages }, { $size }
editions_count = { $count ->
   *[other] { $count } argraffiad
}

## Finding one's way
languages = Ieithoedd
skip_link = Neidio i’r cynnwys
home = Hafan
main_menu = Prif ddewislen
menu = Dewislen
more_menu = Pob tudalen
breadcrumb = Rydych chi yma
previous = Blaenorol
next = Nesaf
previous_and_next = Blaenorol a nesaf
on_this_page = Ar y dudalen hon
contents = Cynnwys
back_to_text = Yn ôl i’r testun
footnote = Troednodyn { $name }
footnotes = Troednodiadau
page_title = { $page } – { $site }
words_on_this_page = Geiriau ar y dudalen hon

## Urgent help, and leaving in a hurry
urgent_links = Cymorth brys
exit_page = Gadael y dudalen hon
exit_leaving = Yn gadael y dudalen hon.
exit_two = Shift, pwyswch 2 waith eto i adael y dudalen hon.
exit_one = Shift, pwyswch unwaith eto i adael y dudalen hon.
exit_expired = Mae’r amser i adael y dudalen hon wedi dod i ben.

## Home
worried_about = Rwy’n poeni am…
changed_lately = Beth sydd wedi newid yn ddiweddar
all_changes = Pob newid
channels_intro = Un dudalen ac un poster ar gyfer pob un.
for_whom = Ar gyfer
get_help_now = Os oes rhywun mewn perygl nawr
all_contacts = Pob cyswllt
read_do_and_dont = Yr holl ganllawiau ar un dudalen
read_more = Darllen mwy

## Channels
channel_kind = Sianel
headline_label = Yn anad dim
levels_heading = Beth i’w wneud, a beth i beidio â’i wneud
more_about = Mwy am hyn
poster = Poster
poster_for = Poster: { $title }
preview_with_headline = Poster: { $title }. { $headline }
poster_intro = Ar gyfer eich hysbysfwrdd.
download_poster = Lawrlwytho’r poster
more_advice = Mwy o gyngor

link_to_this = Dolen at hyn
link_copied = Dolen wedi’i chopïo
checklist_count = {"{done}"} o {"{all}"} yn eu lle
checklist_print = Argraffu
checklist_clear = Clirio’r ticiau
checklist_kept = Dim ond ar y ddyfais hon y cedwir y ticiau. Nid oes neb arall yn eu gweld.

## Audiences
just_for = Gweld beth sy’n berthnasol i:
other_audiences = Gweld yn lle hynny beth sy’n berthnasol i:
guidance_for = Beth sy’n berthnasol i: { $audience }
for_audiences = Ar gyfer: { $audiences }
especially = I chi yn benodol
audience_intro = Mae cyngor i bawb yma hefyd.

## Sections and clauses
section_kind = Canllawiau
clause = Cymal { $number }
table_scrolls = Tabl, yn sgrolio i’r ochr: { $caption }
table_unnamed = Tabl, yn sgrolio i’r ochr
case = Achos
statistic = Ffigur
prompts = I’w drafod
actions = Beth i’w wneud
callout = Cofiwch
warning = Pwysig

## Contacts
urgency_emergency = Mewn argyfwng
urgency_urgent = Brys
urgency_routine = Ddim yn frys
purpose = Ar gyfer beth
phone = Ffôn
sms = Neges destun
relay = Relay UK
relay_note = Os na allwch glywed neu siarad ar y ffôn.
hours = Ar agor
response = Pa mor fuan
cost = Cost
call_number = Ffoniwch { $number }
text_number = Tecstiwch { $number }

## Glossary
also_called = Enw arall
glossary_intro = Geiriau rydym yn eu defnyddio mewn ffordd arbennig.

## Sources
sources_intro = Sefydliadau, cyfreithiau a chanllawiau, fesul pwnc.
sources_other = Ffynonellau eraill
opens_website = gwefan

## Downloads
posters = Posteri
attachments = Dogfennau
posters_intro = I’w hargraffu a’u harddangos.
contacts_poster = Poster cysylltiadau
all_posters = Pob poster
all_posters_apart = Pob poster, pob un yn ffeil ar wahân

## About
document_control = Rheoli’r ddogfen
identifier = Cyfeirnod
document_version = Fersiwn
status = Statws
owner = Perchennog
approved_by = Cymeradwywyd gan
approved_on = Cymeradwywyd ar
issued_on = Cyhoeddwyd ar
review_on = I’w adolygu erbyn
replaces = Yn disodli
amendments = Beth sydd wedi newid
next_review = Adolygiad nesaf: { $date }
follow_changes = Dilyn newidiadau gyda darllenydd ffrydiau
amendment_version = Fersiwn
amendment_date = Dyddiad
amendment_by = Newidiwyd gan
amendment_reason = Newid
acknowledgements = Cydnabyddiaethau
published_by = Cyhoeddwyd gan { $name }

## Accessibility
accessibility = Datganiad hygyrchedd
accessibility_scope = Mae’r datganiad hwn yn berthnasol i’r wefan “{ $title }” gan { $name }.
accessibility_aim = Rydym am i bawb sydd angen y canllawiau hyn allu eu darllen. Dylech allu:
accessibility_aim_zoom = chwyddo hyd at 400% heb golli unrhyw destun
accessibility_aim_keyboard = defnyddio’r wefan gyfan gyda bysellfwrdd
accessibility_aim_speech = gwrando ar y wefan gyfan gyda darllenydd sgrin
accessibility_aim_colour = ei darllen mewn lliwiau golau, tywyll neu gyferbyniad uchel
accessibility_aim_script = ei darllen gyda sgriptiau wedi’u diffodd
accessibility_technical = Gwybodaeth dechnegol am hygyrchedd y wefan hon
accessibility_commitment = Mae { $name } wedi ymrwymo i wneud ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
accessibility_status = Statws cydymffurfio
accessibility_status_full = Mae’r wefan hon yn cydymffurfio’n llawn â safon AA fersiwn 2.2 y Canllawiau Hygyrchedd Cynnwys Gwe.
accessibility_status_partial = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA fersiwn 2.2 y Canllawiau Hygyrchedd Cynnwys Gwe, oherwydd yr achosion o beidio â chydymffurfio a restrir isod.
accessibility_gaps = Cynnwys nad yw’n hygyrch
accessibility_posters = Mae’r posteri yn ffeiliau PDF wedi’u tagio. Mae popeth y mae poster yn ei ddweud hefyd ar ei dudalen.
accessibility_report = Adborth a gwybodaeth gyswllt
accessibility_report_text = Os dewch o hyd i broblem nad yw wedi’i rhestru ar y dudalen hon, os credwch nad ydym yn bodloni’r gofynion, neu os oes angen y canllawiau hyn arnoch ar ffurf arall, rhowch wybod i ni:
accessibility_enforcement = Y drefn orfodi
accessibility_enforcement_text = Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018. Os nad ydych yn fodlon ar ein hymateb, cysylltwch â’r Gwasanaeth Cynghori a Chefnogi Cydraddoldeb.
accessibility_enforcement_link = Gwasanaeth Cynghori a Chefnogi Cydraddoldeb
accessibility_preparation = Paratoi’r datganiad hygyrchedd hwn
accessibility_prepared = Paratowyd y datganiad hwn ar { $date }.
accessibility_reviewed = Cafodd ei adolygu ddiwethaf ar { $date }.

## Privacy
privacy = Preifatrwydd
privacy_nothing = Nid yw’r wefan hon yn casglu dim amdanoch chi.
privacy_scope = Mae’r dudalen hon yn ymwneud â’r wefan “{ $title }” gan { $name }.
privacy_collected = Beth sy’n digwydd pan fyddwch yn ei darllen
privacy_cookies = Nid yw’n gosod unrhyw gwcis, ac nid yw’n cyfrif nac yn dilyn ei hymwelwyr.
privacy_others = Nid yw’n llwytho dim o wefannau eraill. Mae dolenni i wefannau eraill yn arwain at dudalennau sydd â’u rheolau eu hunain.
privacy_search = Mae’r hyn rydych yn chwilio amdano yn aros ar eich dyfais. Nid yw’n mynd i’r cyfeiriad nac at neb.
privacy_checklist = Mae’r hyn rydych yn ei dicio mewn rhestr wirio yn cael ei gadw gan eich porwr ar y ddyfais hon, ac nid yw’n cael ei anfon i unman. Mae “Clirio’r ticiau” yn ei ddileu.
privacy_offline = Mae eich porwr yn cadw holl dudalennau’r wefan hon ar y ddyfais hon, er mwyn i chi allu eu darllen heb gysylltiad. Mae’n eu cadw i gyd, pa rai bynnag a ddarllenwch. I’w dileu, cliriwch ddata’r wefan hon yng ngosodiadau eich porwr.
privacy_host = Beth all y gwesteiwr ei weld
privacy_host_text = Gall pwy bynnag sy’n rhedeg y gweinydd y mae’r wefan hon arno gofnodi pa dudalennau y gofynnwyd amdanynt, pryd ac o ba gyfeiriad, fel y mae gweinyddion yn ei wneud. Gofynnwch iddyn nhw am ba hyd y maent yn ei gadw.
privacy_traces = Beth sy’n aros ar eich dyfais
privacy_traces_text = Mae “Gadael y dudalen hon” yn agor tudalen arall yn lle’r un yr oeddech yn ei darllen. Nid yw’n clirio hanes eich porwr: gall tudalennau eraill a ddarllenwyd gennych fod ynddo o hyd.
privacy_contact = Pwy i’w holi

## Search and the list from A to Z
search = Chwilio
search_label = Chwilio’r canllawiau hyn
search_button = Chwilio
search_hint = Teipiwch air, fel llun. Nid yw mân gamgymeriadau sillafu o bwys.
search_count = Canlyniadau: { $count }
search_none = Heb ganfod dim. Rhowch gynnig ar air arall, neu un byrrach.
search_list = A i Y
search_summary = Pynciau, geiriau, cysylltiadau a ffynonellau o A i Y.

## Page not found
not_found = Heb ganfod y dudalen
moved = Mae’r dudalen hon wedi symud
not_found_text = Efallai fod y cyfeiriad wedi’i gamdeipio, neu fod y dudalen wedi symud.
not_found_home = Mynd i’r hafan

## Start page over all editions
start_title = Dod o hyd i’ch argraffiad
start_summary = Dewiswch y cyngor, y bartneriaeth neu’r ysgol rydych yn gweithio gyda nhw.
start_regions = Rhanbarthau
start_other_region = Mannau eraill
start_extends = Rhan o { $name }

## Local advice and what isn't translated
local_advice = Cyngor lleol
differences = Sut mae’r argraffiad hwn yn wahanol
differences_intro = Yr hyn y mae { $name } yn ei gynghori yn ogystal â “{ $base }”, y canllawiau y mae’n eu rhannu ag eraill, neu yn eu lle.
differences_none = Mae’n dweud yr un peth.
differences_added = Ychwanegwyd
differences_dropped = Gadawyd allan
differences_reworded = Geiriwyd o’r newydd
differences_topic = Y sianel gyfan
differences_section = Yr adran gyfan
differences_title = Teitl
differences_headline = Pennawd
differences_text = Testun
differences_full = yn llawn
differences_here = Yma:
differences_there = Yn y canllawiau cyffredin:
partly_translated = Nid yw rhan o’r dudalen hon wedi’i chyfieithu eto. Fe’i dangosir yn yr iaith y cafodd ei hysgrifennu ynddi.
