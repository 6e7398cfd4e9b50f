# The fixed words of pages and posters, in English.
#
# A name on the left stays as it is; the words on the right are yours to change. Curly brackets stand for what is filled
# in. An edition may word the names of the first group in its own way, by the same names under `labels:`.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = What should be in place?
consequences = What can follow
statistics = Why it matters
do = Do
dont = Do not
contacts = Who to contact
see_also = See also
sections = Guidance
channels = Channels
glossary = Glossary
sources = Sources of help
downloads = Downloads
about = About this guidance

## The tones of levels, read out where only an icon is seen
tone_do = Do this
tone_caution = Take care
tone_dont = Do not do this

## Posters
paper_a3 = A3
paper_a4 = A4
paper_a5 = A5
paper_letter = US Letter
variant_large_print = Large print
variant_ink_saver = Little ink
all_printings = All sizes
variant_and_paper = { $variant }, { $paper }
scan_for_guidance = Scan for the full guidance
full_guidance_at = Full guidance: { $address }
version = Version { $version }
issued = Issued { $date }
review_by = Review by { $date }
licence = Licence
call = Call
text_to = Text
email = Email
web = Web
contacts_poster_summary = Who can help, and how soon
level_continued = { $label } – continued
sheet_of = { $number } of { $count }
page_of = Page { $number } of { $count }
poster_subject = Guidance for a noticeboard: { $title }

## Dates
date = { $day } { $month } { $year }
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December

## Sizes and counts
pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
kilobytes = { $size } KB
megabytes = { $size } MB
file_facts = { $format }, { $size }
file_facts_with_pages = { $format }, { $pages }, { $size }
editions_count = { $count ->
    [one] { $count } edition
   *[other] { $count } editions
}

## Finding one's way
skip_link = Skip to the content
home = Home
main_menu = Main menu
menu = Menu
more_menu = All pages
breadcrumb = You are here
previous = Previous
next = Next
previous_and_next = Previous and next
on_this_page = On this page
contents = Contents
back_to_text = Back to the text
footnote = Footnote { $name }
footnotes = Footnotes
page_title = { $page } – { $site }
words_on_this_page = Words on this page

## Home
channels_intro = One page and one poster for each.
for_whom = For
get_help_now = If someone is in danger now
all_contacts = All contacts
read_do_and_dont = The whole guidance on one page
read_more = Read more

## Channels
channel_kind = Channel
headline_label = Above all
levels_heading = What to do, and what not to do
more_about = More about this
poster = Poster
poster_for = Poster: { $title }
preview_with_headline = Poster: { $title }. { $headline }
poster_intro = For your noticeboard.
download_poster = Download the poster
more_advice = More advice

## Sections and clauses
section_kind = Guidance
clause = Clause { $number }
table_scrolls = Table, scrolls sideways: { $caption }
table_unnamed = Table, scrolls sideways
case = A case
statistic = A figure
prompts = To talk about
actions = What to do
callout = Remember
warning = Important

## Contacts
urgency_emergency = In an emergency
urgency_urgent = Urgent
urgency_routine = Not urgent
purpose = What for
phone = Phone
sms = Text message
hours = Open
response = How soon
cost = Cost
call_number = Call { $number }
text_number = Text { $number }

## Glossary
also_called = Also called
glossary_intro = Words that we use in a particular way.

## Sources
sources_intro = Organisations, laws and guidance, by subject.
sources_other = Other sources
opens_website = website

## Downloads
posters = Posters
attachments = Documents
posters_intro = To print and put up.
contacts_poster = Contacts poster
all_posters = All posters
all_posters_apart = All posters, each a file of its own

## About
document_control = Document control
identifier = Reference
document_version = Version
status = Status
owner = Owner
approved_by = Approved by
approved_on = Approved on
issued_on = Issued on
review_on = To be reviewed by
replaces = Replaces
amendments = What has changed
amendment_version = Version
amendment_date = Date
amendment_by = Changed by
amendment_reason = Change
acknowledgements = Acknowledgements
published_by = Published by { $name }

## Accessibility
accessibility = Accessibility statement
accessibility_scope = This statement applies to the website “{ $title }” of { $name }.
accessibility_aim = We want everyone who needs this guidance to be able to read it. You should be able to:
accessibility_aim_zoom = zoom in to 400% without losing any text
accessibility_aim_keyboard = use the whole website with a keyboard
accessibility_aim_speech = listen to the whole website with a screen reader
accessibility_aim_colour = read it in light, dark or high-contrast colours
accessibility_aim_script = read it with scripts switched off
accessibility_status = How accessible this website is
accessibility_status_full = We know of nothing on this website that falls short of the Web Content Accessibility Guidelines 2.2, level AA.
accessibility_status_partial = This website meets the Web Content Accessibility Guidelines 2.2, level AA, apart from what is listed here.
accessibility_posters = Posters are tagged PDF files. Everything that a poster says also stands on its page.
accessibility_report = Tell us about a problem
accessibility_report_text = If you find something that you cannot use, or need this guidance in another form, tell us:
accessibility_enforcement = If our answer does not satisfy you
accessibility_enforcement_text = The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we respond, contact the Equality Advisory and Support Service.
accessibility_enforcement_link = Equality Advisory and Support Service
accessibility_tested = How we tested it
accessibility_prepared = Prepared on { $date }.

## Search and the list from A to Z
search = Search
search_label = Search this guidance
search_button = Search
search_hint = Type a word, such as photo. Small slips of spelling do not matter.
search_count = Results: { $count }
search_none = Nothing found. Try another word, or a shorter one.
search_list = A to Z
search_summary = Topics, words, contacts and sources from A to Z.

## Page not found
not_found = Page not found
not_found_text = The address may be mistyped, or the page may have moved.
not_found_home = Go to the home page

## Start page over all editions
start_title = Find your edition
start_summary = Choose the council, partnership or school you work with.
start_regions = Regions
start_other_region = Elsewhere
start_extends = Part of { $name }
