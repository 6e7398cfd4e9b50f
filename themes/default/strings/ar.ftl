# The fixed words of pages and posters, in Arabic: a sample to build on. A speaker of the language should read it before it is
# published.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = ما الذي ينبغي توفيره؟
consequences = ما قد يترتب على ذلك
statistics = لماذا يهم هذا
do = افعل
dont = لا تفعل
contacts = بمن تتصل
see_also = انظر أيضًا
sections = الإرشادات
channels = الموضوعات
glossary = المصطلحات
sources = مصادر المساعدة
downloads = للتنزيل
about = حول هذه الإرشادات

## The tones of levels, read out where only an icon is seen
tone_do = افعل هذا
tone_caution = انتبه
tone_dont = لا تفعل هذا

## Posters
paper_a3 = A3
paper_a4 = A4
paper_a5 = A5
paper_letter = US Letter
variant_large_print = بأحرف كبيرة
variant_ink_saver = بحبر قليل
variant_bilingual = باللغتين
all_printings = كل المقاسات
variant_and_paper = { $variant }، { $paper }
scan_for_guidance = امسح الرمز لقراءة الإرشادات كاملة
full_guidance_at = الإرشادات كاملة: { $address }
version = الإصدار { $version }
issued = صدر في { $date }
review_by = يُراجَع قبل { $date }
licence = الترخيص
call = اتصل
text_to = رسالة نصية
email = البريد الإلكتروني
web = الموقع
contacts_poster_summary = من يمكنه المساعدة ومتى
level_continued = { $label } – تابع
sheet_of = { $number } من { $count }
page_of = الصفحة { $number } من { $count }
poster_subject = إرشادات للوحة الإعلانات: { $title }

## The handbook
handbook = الدليل
handbook_intro = الإرشادات كلها في وثيقة واحدة، للقراءة والاعتماد والحفظ.
handbook_variant = الدليل: { $variant }
variant_booklet = كتيب للطباعة
cover = الغلاف
reference_in_text = (الصفحة { $page })
do_and_dont_in_full = { $title }، بالتفصيل
reference_fuller = النص المفصل
reference_fuller_on_page = النص المفصل في الصفحة { $page }
reference_short = باختصار
under_number = تحت الرقم { $number }
reference_short_on_page = باختصار في الصفحة { $page }
reference_more = { $title }
reference_more_on_page = { $title }، الصفحة { $page }
handbook_licence = يجوز استخدام هذه الوثيقة بموجب الترخيص { $licence }.
other_forms = هذه الوثيقة في شكل آخر
other_forms_text = إذا احتجت إلى هذه الوثيقة بأحرف كبيرة أو مسموعة أو بلغة سهلة القراءة أو بلغة أخرى، فأخبرنا.
other_forms_contact = تواصل مع { $name }: { $ways }

## Dates
date = { $day } { $month } { $year }
month_1 = يناير
month_2 = فبراير
month_3 = مارس
month_4 = أبريل
month_5 = مايو
month_6 = يونيو
month_7 = يوليو
month_8 = أغسطس
month_9 = سبتمبر
month_10 = أكتوبر
month_11 = نوفمبر
month_12 = ديسمبر

## Sizes and counts
pages = { $count ->
    [zero] { $count } صفحة
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
decimal_mark = .
kilobytes = { $size } كيلوبايت
megabytes = { $size } ميغابايت
file_facts = { $format }، { $size }
file_facts_with_pages = { $format }، { $pages }، { $size }
editions_count = { $count ->
    [zero] { $count } نسخة
    [one] نسخة واحدة
    [two] نسختان
    [few] { $count } نسخ
    [many] { $count } نسخة
   *[other] { $count } نسخة
}

## Finding one's way
languages = اللغات
skip_link = انتقل إلى المحتوى
home = الصفحة الرئيسية
main_menu = القائمة الرئيسية
menu = القائمة
more_menu = كل الصفحات
breadcrumb = أنت هنا
previous = السابق
next = التالي
previous_and_next = السابق والتالي
on_this_page = في هذه الصفحة
contents = المحتويات
back_to_text = العودة إلى النص
footnote = الحاشية { $name }
footnotes = الحواشي
page_title = { $page } – { $site }
words_on_this_page = مصطلحات في هذه الصفحة

## Urgent help, and leaving in a hurry
urgent_links = مساعدة عاجلة
exit_page = غادر هذه الصفحة
exit_leaving = جارٍ مغادرة هذه الصفحة.
exit_two = اضغط Shift مرتين أخريين لمغادرة هذه الصفحة.
exit_one = اضغط Shift مرة أخرى لمغادرة هذه الصفحة.
exit_expired = انتهت مهلة مغادرة هذه الصفحة.

## Home
worried_about = يقلقني…
changed_lately = ما تغير مؤخرًا
all_changes = كل التغييرات
channels_intro = صفحة واحدة وملصق واحد لكل موضوع.
for_whom = لمن:
get_help_now = إذا كان شخص في خطر الآن
all_contacts = كل جهات الاتصال
read_do_and_dont = الإرشادات كلها في صفحة واحدة
read_more = اقرأ المزيد

## Channels
channel_kind = موضوع
headline_label = الأهم
levels_heading = ما تفعله وما لا تفعله
more_about = المزيد عن هذا
poster = الملصق
poster_for = ملصق: { $title }
preview_with_headline = ملصق: { $title }. { $headline }
poster_intro = للوحة الإعلانات عندك.
download_poster = نزّل الملصق
more_advice = نصائح أخرى

link_to_this = رابط إلى هذا الموضع
link_copied = نُسخ الرابط
checklist_count = تحقق {"{done}"} من {"{all}"}
checklist_print = اطبع
checklist_clear = امسح العلامات
checklist_kept = تُحفظ العلامات على هذا الجهاز فقط، ولا يراها أحد غيرك.

## Audiences
just_for = اطلع على ما ينطبق على:
other_audiences = أو اطلع على ما ينطبق على:
guidance_for = ما ينطبق على: { $audience }
for_audiences = لهؤلاء: { $audiences }
especially = لك أنت بوجه خاص
audience_intro = وهنا أيضًا نصائح موجهة إلى الجميع.

## Sections and clauses
section_kind = إرشادات
clause = البند { $number }
table_scrolls = جدول يُمرَّر أفقيًا: { $caption }
table_unnamed = جدول يُمرَّر أفقيًا
case = حالة
statistic = رقم
prompts = للنقاش
actions = ما العمل
callout = تذكر
warning = مهم

## Contacts
urgency_emergency = في حالة الطوارئ
urgency_urgent = عاجل
urgency_routine = غير عاجل
purpose = الغرض
phone = الهاتف
sms = رسالة نصية
relay = Relay UK
relay_note = إذا كنت لا تستطيع السمع أو الكلام عبر الهاتف.
hours = ساعات العمل
response = سرعة الرد
cost = التكلفة
# The marks around a number keep its groups in the order in which they are dialled.
call_number = اتصل بالرقم {"\u2066"}{ $number }{"\u2069"}
text_number = أرسل رسالة نصية إلى {"\u2066"}{ $number }{"\u2069"}

## Glossary
also_called = يُسمى أيضًا
glossary_intro = كلمات نستخدمها بمعنى خاص.

## Sources
sources_intro = منظمات وقوانين وإرشادات، مرتبة حسب الموضوع.
sources_other = مصادر أخرى
opens_website = موقع إلكتروني

## Downloads
posters = الملصقات
attachments = الوثائق
posters_intro = للطباعة والتعليق.
contacts_poster = ملصق جهات الاتصال
all_posters = كل الملصقات
all_posters_apart = كل الملصقات، كل منها في ملف مستقل

## About
document_control = بيانات الوثيقة
identifier = الرقم المرجعي
document_version = الإصدار
status = الحالة
owner = الجهة المسؤولة
approved_by = اعتمدها
approved_on = تاريخ الاعتماد
issued_on = تاريخ الإصدار
review_on = تُراجَع قبل
replaces = تحل محل
amendments = ما الذي تغير
next_review = موعد المراجعة القادمة: { $date }
follow_changes = تابع التغييرات ببرنامج لقراءة الخلاصات
amendment_version = الإصدار
amendment_date = التاريخ
amendment_by = أجرى التغيير
amendment_reason = التغيير
acknowledgements = شكر وتقدير
published_by = الناشر: { $name }

## Accessibility
accessibility = بيان إمكانية الوصول
accessibility_scope = يسري هذا البيان على الموقع الإلكتروني «{ $title }». الناشر: { $name }.
accessibility_aim = نريد أن يتمكن كل من يحتاج إلى هذه الإرشادات من قراءتها. ينبغي أن تتمكن من:
accessibility_aim_zoom = تكبير الصفحة حتى 400% دون فقدان أي نص
accessibility_aim_keyboard = استخدام الموقع كله بلوحة المفاتيح
accessibility_aim_speech = الاستماع إلى الموقع كله بقارئ الشاشة
accessibility_aim_colour = القراءة بألوان فاتحة أو داكنة أو عالية التباين
accessibility_aim_script = القراءة مع إيقاف البرامج النصية في المتصفح
accessibility_technical = معلومات تقنية عن إمكانية الوصول إلى هذا الموقع
accessibility_commitment = الجهة { $name } ملتزمة بأن يكون موقعها متاحًا للجميع، وفقًا للوائح البريطانية Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
accessibility_status = حالة الامتثال
accessibility_status_full = يمتثل هذا الموقع امتثالًا كاملًا للمستوى AA من Web Content Accessibility Guidelines، الإصدار 2.2.
accessibility_status_partial = يمتثل هذا الموقع امتثالًا جزئيًا للمستوى AA من Web Content Accessibility Guidelines، الإصدار 2.2، بسبب أوجه القصور المذكورة أدناه.
accessibility_gaps = محتوى لا يمكن للجميع الوصول إليه
accessibility_posters = الملصقات ملفات PDF موسومة. وكل ما يقوله الملصق موجود أيضًا في صفحته.
accessibility_report = الملاحظات وبيانات الاتصال
accessibility_report_text = إذا وجدت مشكلة غير مذكورة في هذه الصفحة، أو رأيت أننا لا نفي بالمتطلبات، أو احتجت إلى هذه الإرشادات في شكل آخر، فأخبرنا:
accessibility_enforcement = إجراءات الإنفاذ
accessibility_enforcement_text = تتولى Equality and Human Rights Commission إنفاذ اللوائح Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. وإذا لم يرضك ردنا، فاتصل بخدمة Equality Advisory and Support Service.
accessibility_enforcement_link = Equality Advisory and Support Service
accessibility_preparation = إعداد هذا البيان
accessibility_prepared = أُعد هذا البيان في { $date }.
accessibility_reviewed = وكانت آخر مراجعة له في { $date }.

## Privacy
privacy = الخصوصية
privacy_nothing = لا يجمع هذا الموقع أي شيء عنك.
privacy_scope = هذه الصفحة عن الموقع الإلكتروني «{ $title }». الناشر: { $name }.
privacy_collected = ماذا يحدث عندما تقرؤه
privacy_cookies = لا يضع أي ملفات تعريف ارتباط، ولا يعد زواره ولا يتتبعهم.
privacy_others = لا يحمّل شيئًا من مواقع أخرى. والروابط إلى مواقع أخرى تؤدي إلى صفحات لها قواعدها الخاصة.
privacy_search = يبقى ما تبحث عنه على جهازك، فلا يدخل في عنوان الصفحة ولا يصل إلى أحد.
privacy_checklist = يحفظ متصفحك العلامات التي تضعها في القوائم على هذا الجهاز، ولا تُرسل إلى أي مكان. ويزيلها الزر «امسح العلامات».
privacy_offline = يحفظ متصفحك كل صفحات هذا الموقع على هذا الجهاز لكي تقرأها دون اتصال بالإنترنت، ويحفظها كلها أيًا كانت الصفحات التي تقرؤها. ولإزالتها، امسح بيانات هذا الموقع من إعدادات متصفحك.
privacy_host = ما قد يراه مشغّل الخادم
privacy_host_text = قد يسجل من يشغّل الخادم الذي يوجد عليه هذا الموقع أي صفحات طُلبت، ومتى، ومن أي عنوان، كما تفعل الخوادم. اسأله كم من الوقت يحتفظ بذلك.
privacy_traces = ما يبقى على جهازك
privacy_traces_text = يفتح الزر «غادر هذه الصفحة» صفحة أخرى مكان الصفحة التي كنت تقرؤها. ولا يمسح سجل متصفحك: فقد تبقى فيه صفحات أخرى قرأتها.
privacy_contact = من تسأل

## Search and the list from A to Z
search = البحث
search_label = ابحث في هذه الإرشادات
search_button = ابحث
search_hint = اكتب كلمة، مثل: صورة. ولا تضر أخطاء الإملاء الصغيرة.
search_count = عدد النتائج: { $count }
search_none = لم يُعثر على شيء. جرب كلمة أخرى أو كلمة أقصر.
search_list = من الألف إلى الياء
search_summary = الموضوعات والمصطلحات وجهات الاتصال والمصادر، من الألف إلى الياء.

## Page not found
not_found = الصفحة غير موجودة
moved = انتقلت هذه الصفحة
not_found_text = ربما كُتب العنوان خطأً، أو انتقلت الصفحة.
not_found_home = اذهب إلى الصفحة الرئيسية

## Start page over all editions
start_title = ابحث عن نسختك
start_summary = اختر المجلس أو الشراكة أو المدرسة التي تعمل معها.
start_regions = المناطق
start_other_region = في أماكن أخرى
start_extends = جزء من { $name }

## Local advice and what isn't translated
local_advice = نصيحة محلية
differences = كيف تختلف هذه النسخة
differences_intro = ما تنصح به { $name } إلى جانب الإرشادات المشتركة «{ $base }» أو بدلًا منها.
differences_none = تقول الشيء نفسه.
differences_added = أُضيف
differences_dropped = حُذف
differences_reworded = أُعيدت صياغته
differences_topic = الموضوع كله
differences_section = القسم كله
differences_title = العنوان
differences_headline = العنوان الرئيسي
differences_text = النص
differences_full = كاملًا
differences_here = هنا:
differences_there = في الإرشادات المشتركة:
partly_translated = لم يُترجم جزء من هذه الصفحة بعد. وهو معروض باللغة التي كُتب بها.
