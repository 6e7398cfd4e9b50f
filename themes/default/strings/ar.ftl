# The fixed words of posters, in Arabic: a sample to build on. A speaker of the language should read it before it is printed.
# What is not here, pages show in English.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = ما الذي ينبغي توفيره؟
consequences = ما قد يترتب على ذلك
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
poster_subject = إرشادات للوحة الإعلانات: { $title }
all_posters = كل الملصقات

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

## Contacts
urgency_emergency = في حالة الطوارئ
urgency_urgent = عاجل
urgency_routine = غير عاجل
purpose = الغرض
phone = الهاتف
sms = رسالة نصية
hours = ساعات العمل
response = سرعة الرد
cost = التكلفة

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
