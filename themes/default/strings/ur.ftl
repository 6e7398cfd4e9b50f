# The fixed words of posters, in Urdu: a sample to build on. A speaker of the language should read it before it is printed.
# What is not here, pages show in English.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = کیا انتظامات ہونے چاہئیں؟
consequences = نتائج کیا ہو سکتے ہیں
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
poster_subject = نوٹس بورڈ کے لیے رہنمائی: { $title }
all_posters = تمام پوسٹر

## Dates
date = { $day } { $month } { $year }
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

## Contacts
urgency_emergency = ہنگامی صورت میں
urgency_urgent = فوری
urgency_routine = غیر فوری
purpose = کس لیے
phone = فون
sms = ٹیکسٹ پیغام
hours = اوقات
response = جواب کا وقت
cost = خرچ
