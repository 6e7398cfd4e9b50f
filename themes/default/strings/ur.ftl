# The fixed words of pages and posters, in Urdu: a sample to build on. A speaker of the language should read it before it is
# published.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = کیا انتظامات ہونے چاہئیں؟
consequences = نتائج کیا ہو سکتے ہیں
statistics = یہ کیوں اہم ہے
do = یہ کریں
dont = یہ نہ کریں
contacts = کس سے رابطہ کریں
see_also = مزید دیکھیں
sections = رہنمائی
channels = موضوعات
glossary = اصطلاحات
sources = مدد کے ذرائع
downloads = ڈاؤن لوڈ
about = اس رہنمائی کے بارے میں

## The tones of levels, read out where only an icon is seen
tone_do = یہ کریں
tone_caution = احتیاط کریں
tone_dont = یہ نہ کریں

## Posters
paper_a3 = A3
paper_a4 = A4
paper_a5 = A5
paper_letter = US Letter
variant_large_print = بڑے حروف
variant_ink_saver = کم سیاہی
variant_bilingual = دونوں زبانوں میں
all_printings = تمام سائز
variant_and_paper = { $variant }، { $paper }
scan_for_guidance = مکمل رہنمائی کے لیے کوڈ اسکین کریں
full_guidance_at = مکمل رہنمائی: { $address }
version = ورژن { $version }
issued = تاریخِ اجرا { $date }
review_by = نظرِ ثانی { $date } تک
licence = لائسنس
call = فون کریں
text_to = ٹیکسٹ کریں
email = ای میل
web = ویب سائٹ
contacts_poster_summary = کون مدد کر سکتا ہے، اور کتنی جلدی
level_continued = { $label } – جاری
sheet_of = { $count } میں سے { $number }
page_of = صفحہ { $number } از { $count }
poster_subject = نوٹس بورڈ کے لیے رہنمائی: { $title }

## The handbook
handbook = کتابچہ
handbook_intro = ساری رہنمائی ایک دستاویز میں، پڑھنے، منظور کرنے اور محفوظ رکھنے کے لیے۔
handbook_variant = کتابچہ: { $variant }
variant_booklet = چھپائی کے لیے تہہ شدہ کتابچہ
cover = سرورق
reference_in_text = (صفحہ { $page })
do_and_dont_in_full = { $title }، تفصیل کے ساتھ
reference_fuller = تفصیلی بیان
reference_fuller_on_page = تفصیلی بیان صفحہ { $page } پر
reference_short = مختصراً
under_number = نمبر { $number }
reference_short_on_page = مختصراً صفحہ { $page } پر
reference_more = { $title }
reference_more_on_page = { $title }، صفحہ { $page }
handbook_licence = یہ دستاویز لائسنس { $licence } کے تحت استعمال کی جا سکتی ہے۔
other_forms = یہ دستاویز کسی اور شکل میں
other_forms_text = اگر آپ کو یہ دستاویز بڑے حروف میں، آواز میں، آسان زبان میں یا کسی اور زبان میں چاہیے تو ہمیں بتائیں۔
other_forms_contact = رابطہ: { $name }: { $ways }

## Dates
date = { $day } { $month }، { $year }
month_1 = جنوری
month_2 = فروری
month_3 = مارچ
month_4 = اپریل
month_5 = مئی
month_6 = جون
month_7 = جولائی
month_8 = اگست
month_9 = ستمبر
month_10 = اکتوبر
month_11 = نومبر
month_12 = دسمبر

## Sizes and counts
pages = { $count ->
    [one] { $count } صفحہ
   *[other] { $count } صفحات
}
decimal_mark = .
kilobytes = { $size } کے بی
megabytes = { $size } ایم بی
file_facts = { $format }، { $size }
file_facts_with_pages = { $format }، { $pages }، { $size }
editions_count = { $count ->
    [one] { $count } ایڈیشن
   *[other] { $count } ایڈیشن
}

## Finding one's way
languages = زبانیں
skip_link = سیدھے مواد پر جائیں
home = صفحہ اول
main_menu = مرکزی مینو
menu = مینو
more_menu = تمام صفحات
breadcrumb = آپ یہاں ہیں
previous = پچھلا
next = اگلا
previous_and_next = پچھلا اور اگلا
on_this_page = اس صفحے پر
contents = فہرست
back_to_text = متن پر واپس جائیں
footnote = حاشیہ { $name }
footnotes = حاشیے
page_title = { $page } – { $site }
words_on_this_page = اس صفحے کے الفاظ

## Urgent help, and leaving in a hurry
urgent_links = فوری مدد
exit_page = یہ صفحہ چھوڑیں
exit_leaving = صفحہ چھوڑا جا رہا ہے۔
exit_two = یہ صفحہ چھوڑنے کے لیے شفٹ 2 بار اور دبائیں۔
exit_one = یہ صفحہ چھوڑنے کے لیے شفٹ 1 بار اور دبائیں۔
exit_expired = صفحہ چھوڑنے کا وقت ختم ہو گیا۔

## Home
worried_about = مجھے فکر ہے…
changed_lately = حالیہ تبدیلیاں
all_changes = تمام تبدیلیاں
channels_intro = ہر موضوع کا ایک صفحہ اور ایک پوسٹر۔
for_whom = کس کے لیے:
get_help_now = اگر کوئی اس وقت خطرے میں ہے
all_contacts = تمام رابطے
read_do_and_dont = ساری رہنمائی ایک صفحے پر
read_more = مزید پڑھیں

## Channels
channel_kind = موضوع
headline_label = سب سے اہم
levels_heading = کیا کریں اور کیا نہ کریں
more_about = اس بارے میں مزید
poster = پوسٹر
poster_for = پوسٹر: { $title }
preview_with_headline = پوسٹر: { $title }۔ { $headline }
poster_intro = آپ کے نوٹس بورڈ کے لیے۔
download_poster = پوسٹر ڈاؤن لوڈ کریں
more_advice = مزید مشورے

link_to_this = اس جگہ کا لنک
link_copied = لنک کاپی ہو گیا
checklist_count = {"{all}"} میں سے {"{done}"} مکمل
checklist_print = پرنٹ کریں
checklist_clear = نشان ہٹائیں
checklist_kept = نشان صرف اس آلے پر رہتے ہیں۔ کوئی اور انہیں نہیں دیکھتا۔

## Audiences
just_for = دیکھیں کہ آپ پر کیا لاگو ہوتا ہے:
other_audiences = یا دیکھیں کہ ان پر کیا لاگو ہوتا ہے:
guidance_for = کیا لاگو ہوتا ہے: { $audience }
for_audiences = برائے: { $audiences }
especially = خاص طور پر آپ کے لیے
audience_intro = سب کے لیے مشورے بھی یہاں ہیں۔

## Sections and clauses
section_kind = رہنمائی
clause = شق { $number }
table_scrolls = جدول، پہلو کی طرف سرکتا ہے: { $caption }
table_unnamed = جدول، پہلو کی طرف سرکتا ہے
case = ایک واقعہ
statistic = ایک عدد
prompts = بات چیت کے لیے
actions = کیا کریں
callout = یاد رکھیں
warning = اہم

## Contacts
urgency_emergency = ہنگامی صورت میں
urgency_urgent = فوری
urgency_routine = غیر فوری
purpose = کس لیے
phone = فون
sms = ٹیکسٹ پیغام
relay = Relay UK
relay_note = اگر آپ فون پر سن یا بول نہیں سکتے۔
hours = اوقات
response = جواب کا وقت
cost = خرچ
# The marks around a number keep its groups in the order in which they are dialled.
call_number = فون کریں {"\u2066"}{ $number }{"\u2069"}
text_number = ٹیکسٹ کریں {"\u2066"}{ $number }{"\u2069"}

## Glossary
also_called = دوسرا نام
glossary_intro = وہ الفاظ جو ہم خاص معنی میں استعمال کرتے ہیں۔

## Sources
sources_intro = ادارے، قوانین اور رہنمائی، موضوع کے لحاظ سے۔
sources_other = دیگر ذرائع
opens_website = ویب سائٹ

## Downloads
posters = پوسٹر
attachments = دستاویزات
posters_intro = چھاپ کر لگانے کے لیے۔
contacts_poster = رابطوں کا پوسٹر
all_posters = تمام پوسٹر
all_posters_apart = تمام پوسٹر، ہر ایک الگ فائل میں

## About
document_control = دستاویز کی تفصیل
identifier = حوالہ
document_version = ورژن
status = حیثیت
owner = ذمہ دار
approved_by = منظور کرنے والا
approved_on = تاریخِ منظوری
issued_on = تاریخِ اجرا
review_on = نظرِ ثانی کی تاریخ
replaces = کس کی جگہ
amendments = کیا بدلا ہے
next_review = اگلی نظرِ ثانی: { $date }
follow_changes = فیڈ ریڈر سے تبدیلیوں پر نظر رکھیں
amendment_version = ورژن
amendment_date = تاریخ
amendment_by = تبدیلی کرنے والا
amendment_reason = تبدیلی
acknowledgements = اظہارِ تشکر
published_by = ناشر: { $name }

## Accessibility
accessibility = رسائی کا بیان
accessibility_scope = یہ بیان ویب سائٹ ”{ $title }“ کے لیے ہے۔ ناشر: { $name }۔
accessibility_aim = ہم چاہتے ہیں کہ جسے بھی اس رہنمائی کی ضرورت ہو وہ اسے پڑھ سکے۔ آپ یہ کر سکتے ہیں:
accessibility_aim_zoom = متن کھوئے بغیر صفحہ 400% تک بڑا کرنا
accessibility_aim_keyboard = پوری ویب سائٹ کی بورڈ سے استعمال کرنا
accessibility_aim_speech = اسکرین ریڈر سے پوری ویب سائٹ سننا
accessibility_aim_colour = ہلکے، گہرے یا زیادہ نمایاں رنگوں میں پڑھنا
accessibility_aim_script = اسکرپٹ بند کر کے پڑھنا
accessibility_technical = اس ویب سائٹ کی رسائی کے بارے میں تکنیکی معلومات
accessibility_commitment = { $name } برطانوی ضوابط Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 کے مطابق اپنی ویب سائٹ کو قابلِ رسائی بنانے کا عہد کرتی ہے۔
accessibility_status = تعمیل کی صورتِ حال
accessibility_status_full = یہ ویب سائٹ Web Content Accessibility Guidelines ورژن 2.2 کے معیار AA پر پوری اترتی ہے۔
accessibility_status_partial = یہ ویب سائٹ Web Content Accessibility Guidelines ورژن 2.2 کے معیار AA پر جزوی طور پر پوری اترتی ہے۔ جو کمی ہے وہ نیچے درج ہے۔
accessibility_gaps = ناقابلِ رسائی مواد
accessibility_posters = پوسٹر ٹیگ شدہ پی ڈی ایف فائلیں ہیں۔ پوسٹر کی ہر بات اس کے صفحے پر بھی ہے۔
accessibility_report = آراء اور رابطے کی معلومات
accessibility_report_text = اگر آپ کو کوئی ایسا مسئلہ ملے جو اس صفحے پر درج نہیں، آپ کے خیال میں ہم تقاضے پورے نہیں کر رہے، یا آپ کو یہ رہنمائی کسی اور شکل میں چاہیے، تو ہمیں بتائیں:
accessibility_enforcement = عمل درآمد کا طریقہ
accessibility_enforcement_text = ضوابط Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 پر عمل درآمد Equality and Human Rights Commission کرواتا ہے۔ اگر آپ ہمارے جواب سے مطمئن نہیں تو Equality Advisory and Support Service سے رابطہ کریں۔
accessibility_enforcement_link = Equality Advisory and Support Service
accessibility_preparation = اس بیان کی تیاری
accessibility_prepared = یہ بیان { $date } کو تیار کیا گیا۔
accessibility_reviewed = آخری جائزہ { $date } کو لیا گیا۔

## Privacy
privacy = رازداری
privacy_nothing = یہ ویب سائٹ آپ کے بارے میں کچھ جمع نہیں کرتی۔
privacy_scope = یہ صفحہ ویب سائٹ ”{ $title }“ کے بارے میں ہے۔ ناشر: { $name }۔
privacy_collected = جب آپ اسے پڑھتے ہیں تو کیا ہوتا ہے
privacy_cookies = یہ کوئی کوکی نہیں رکھتی، اور نہ پڑھنے والوں کو گنتی ہے نہ ان کا پیچھا کرتی ہے۔
privacy_others = یہ دوسری ویب سائٹوں سے کچھ نہیں لیتی۔ دوسری ویب سائٹوں کے لنک ایسے صفحوں پر لے جاتے ہیں جن کے اپنے اصول ہیں۔
privacy_search = آپ جو تلاش کرتے ہیں وہ آپ کے آلے پر ہی رہتا ہے۔ وہ نہ پتے میں جاتا ہے نہ کسی اور کے پاس۔
privacy_checklist = فہرست میں آپ کے لگائے ہوئے نشان آپ کا براؤزر اسی آلے پر رکھتا ہے، اور انہیں کہیں نہیں بھیجا جاتا۔ ”نشان ہٹائیں“ انہیں مٹا دیتا ہے۔
privacy_offline = آپ کا براؤزر اس ویب سائٹ کے تمام صفحے اس آلے پر رکھتا ہے، تاکہ آپ انہیں کنکشن کے بغیر پڑھ سکیں۔ وہ سب صفحے رکھتا ہے، چاہے آپ کوئی بھی پڑھیں۔ انہیں ہٹانے کے لیے اپنے براؤزر کی ترتیبات میں اس ویب سائٹ کا ڈیٹا صاف کریں۔
privacy_host = سرور چلانے والا کیا دیکھ سکتا ہے
privacy_host_text = جو اس ویب سائٹ کا سرور چلاتا ہے وہ درج کر سکتا ہے کہ کون سے صفحے، کب اور کس پتے سے مانگے گئے، جیسا کہ سرور کرتے ہیں۔ ان سے پوچھیں کہ وہ یہ کب تک رکھتے ہیں۔
privacy_traces = آپ کے آلے پر کیا رہ جاتا ہے
privacy_traces_text = ”یہ صفحہ چھوڑیں“ اس صفحے کی جگہ، جو آپ پڑھ رہے تھے، ایک اور صفحہ کھولتا ہے۔ یہ آپ کے براؤزر کی ہسٹری صاف نہیں کرتا: آپ کے پڑھے ہوئے دوسرے صفحے اس میں رہ سکتے ہیں۔
privacy_contact = کس سے پوچھیں

## Search and the list from A to Z
search = تلاش
search_label = اس رہنمائی میں تلاش کریں
search_button = تلاش کریں
search_hint = کوئی لفظ لکھیں، مثلاً تصویر۔ ہجے کی چھوٹی غلطی سے فرق نہیں پڑتا۔
search_count = نتائج: { $count }
search_none = کچھ نہیں ملا۔ کوئی اور یا چھوٹا لفظ آزمائیں۔
search_list = حروفِ تہجی کے لحاظ سے
search_summary = موضوعات، الفاظ، رابطے اور ذرائع، حروفِ تہجی کے لحاظ سے۔

## Page not found
not_found = صفحہ نہیں ملا
moved = یہ صفحہ منتقل ہو گیا ہے
not_found_text = شاید پتہ غلط لکھا گیا ہے، یا صفحہ منتقل ہو گیا ہے۔
not_found_home = صفحہ اول پر جائیں

## Start page over all editions
start_title = اپنا ایڈیشن تلاش کریں
start_summary = وہ کونسل، شراکت یا اسکول چنیں جس کے ساتھ آپ کام کرتے ہیں۔
start_regions = علاقے
start_other_region = دوسری جگہیں
start_extends = { $name } کا حصہ

## Local advice and what isn't translated
local_advice = مقامی مشورہ
differences = یہ ایڈیشن کیسے مختلف ہے
differences_intro = { $name } کا وہ مشورہ جو مشترکہ رہنمائی ”{ $base }“ کے علاوہ یا اس کی جگہ ہے۔
differences_none = یہ وہی کہتا ہے۔
differences_added = شامل کیا گیا
differences_dropped = چھوڑ دیا گیا
differences_reworded = نئے الفاظ میں
differences_topic = پورا موضوع
differences_section = پورا حصہ
differences_title = عنوان
differences_headline = سرخی
differences_text = متن
differences_full = مکمل
differences_here = یہاں:
differences_there = مشترکہ رہنمائی میں:
partly_translated = اس صفحے کے کچھ حصے کا ابھی ترجمہ نہیں ہوا۔ وہ اسی زبان میں ہے جس میں لکھا گیا تھا۔
