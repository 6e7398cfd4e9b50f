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
variant_bilingual = In both languages
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

## The handbook
handbook = Handbook
handbook_intro = The whole guidance as one document, to read, approve and keep.
handbook_variant = Handbook: { $variant }
variant_booklet = Booklet for printing
cover = Cover
reference_in_text = (page { $page })
do_and_dont_in_full = { $title }, in full
reference_fuller = Fuller statement
reference_fuller_on_page = Fuller statement on page { $page }
reference_short = In short
under_number = under { $number }
reference_short_on_page = In short on page { $page }
reference_more = { $title }
reference_more_on_page = { $title }, page { $page }
handbook_licence = This document may be used under the licence { $licence }.
other_forms = This document in another form
other_forms_text = If you need this document in large print, as audio, in Easy Read or in another language, tell us.
other_forms_contact = Ask { $name }: { $ways }

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
decimal_mark = .
kilobytes = { $size } KB
megabytes = { $size } MB
file_facts = { $format }, { $size }
file_facts_with_pages = { $format }, { $pages }, { $size }
editions_count = { $count ->
    [one] { $count } edition
   *[other] { $count } editions
}

## Finding one's way
languages = Languages
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

## Urgent help, and leaving in a hurry
urgent_links = Urgent help
exit_page = Exit this page
exit_leaving = Leaving this page.
exit_two = Shift, press 2 more times to exit this page.
exit_one = Shift, press 1 more time to exit this page.
exit_expired = Exit this page has expired.

## Home
worried_about = I’m worried about…
changed_lately = What changed lately
all_changes = All changes
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

link_to_this = Link to this
link_copied = Link copied
checklist_count = {"{done}"} of {"{all}"} in place
checklist_print = Print
checklist_clear = Clear the ticks
checklist_kept = Ticks are kept on this device only. Nobody else sees them.

## Audiences
just_for = See what applies to:
other_audiences = See instead what applies to:
guidance_for = What applies to: { $audience }
for_audiences = For: { $audiences }
especially = For you in particular
audience_intro = Advice for everybody stands here, too.

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
relay = Relay UK
relay_note = If you cannot hear or speak on the phone.
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
next_review = Next review due: { $date }
follow_changes = Follow changes with a feed reader
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
accessibility_technical = Technical information about this website’s accessibility
accessibility_commitment = { $name } is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
accessibility_status = Compliance status
accessibility_status_full = This website is fully compliant with the Web Content Accessibility Guidelines version 2.2 AA standard.
accessibility_status_partial = This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances listed below.
accessibility_gaps = Non-accessible content
accessibility_posters = Posters are tagged PDF files. Everything that a poster says also stands on its page.
accessibility_report = Feedback and contact information
accessibility_report_text = If you find a problem that is not listed on this page, think we are not meeting the requirements, or need this guidance in another form, tell us:
accessibility_enforcement = Enforcement procedure
accessibility_enforcement_text = The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we respond, contact the Equality Advisory and Support Service.
accessibility_enforcement_link = Equality Advisory and Support Service
accessibility_preparation = Preparation of this accessibility statement
accessibility_prepared = This statement was prepared on { $date }.
accessibility_reviewed = It was last reviewed on { $date }.

## Privacy
privacy = Privacy
privacy_nothing = This website collects nothing about you.
privacy_scope = This page is about the website “{ $title }” of { $name }.
privacy_collected = What happens when you read it
privacy_cookies = It sets no cookies, and does not count or follow its visitors.
privacy_others = It loads nothing from other websites. Links to other websites lead to pages with rules of their own.
privacy_search = What you search for stays on your device. It goes neither into the address nor to anybody.
privacy_checklist = What you tick in a checklist is kept by your browser on this device, and is not sent anywhere. “Clear the ticks” removes it.
privacy_offline = Your browser keeps all pages of this website on this device, so that you can read them without a connection. It keeps them all, whichever you read. To remove them, clear the data of this website in the settings of your browser.
privacy_host = What the host may see
privacy_host_text = Whoever runs the server that this website lies on may record which pages were asked for, when and from which address, as servers do. Ask them how long they keep it.
privacy_traces = What stays on your device
privacy_traces_text = “Exit this page” opens another page in place of the one you were reading. It does not clear the history of your browser: other pages that you read may still be in it.
privacy_contact = Whom to ask

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
moved = This page has moved
not_found_text = The address may be mistyped, or the page may have moved.
not_found_home = Go to the home page

## Start page over all editions
start_title = Find your edition
start_summary = Choose the council, partnership or school you work with.
start_regions = Regions
start_other_region = Elsewhere
start_extends = Part of { $name }

## Local advice and what isn't translated
local_advice = Local advice
differences = How this edition differs
differences_intro = What { $name } advises beside or instead of “{ $base }”, the guidance that it shares with others.
differences_none = It says the same.
differences_added = Added
differences_dropped = Left out
differences_reworded = Reworded
differences_topic = The whole topic
differences_section = The whole section
differences_title = Title
differences_headline = Headline
differences_text = Text
differences_full = in full
differences_here = Here:
differences_there = In the shared guidance:
partly_translated = Part of this page is not translated yet. It is shown in the language it was written in.
