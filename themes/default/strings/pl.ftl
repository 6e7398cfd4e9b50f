# The fixed words of pages and posters, in Polish: a sample to build on. A Polish speaker should read it before it is published.

## Headings an edition may reword (`labels:` in pack.yml and edition.yml)
safeguards = Co powinno być zapewnione?
consequences = Co może się stać
statistics = Dlaczego to ważne
do = Rób tak
dont = Nie rób tak
contacts = Z kim się skontaktować
see_also = Zobacz też
sections = Wskazówki
channels = Tematy
glossary = Słowniczek
sources = Gdzie szukać pomocy
downloads = Do pobrania
about = O tych wskazówkach

## The tones of levels, read out where only an icon is seen
tone_do = Rób tak
tone_caution = Uważaj
tone_dont = Nie rób tak

## Posters
paper_a3 = A3
paper_a4 = A4
paper_a5 = A5
paper_letter = US Letter
variant_large_print = Duży druk
variant_ink_saver = Mało tuszu
variant_bilingual = W obu językach
all_printings = Wszystkie rozmiary
variant_and_paper = { $variant }, { $paper }
scan_for_guidance = Zeskanuj kod, aby zobaczyć całość
full_guidance_at = Pełne wskazówki: { $address }
version = Wersja { $version }
issued = Wydano { $date }
review_by = Przegląd do { $date }
licence = Licencja
call = Zadzwoń
text_to = Wyślij SMS
email = E-mail
web = Strona
contacts_poster_summary = Kto może pomóc i jak szybko
level_continued = { $label } – ciąg dalszy
sheet_of = { $number } z { $count }
page_of = Strona { $number } z { $count }
poster_subject = Wskazówki na tablicę ogłoszeń: { $title }

## The handbook
handbook = Podręcznik
handbook_intro = Całość wskazówek w jednym dokumencie: do czytania, zatwierdzenia i przechowywania.
handbook_variant = Podręcznik: { $variant }
variant_booklet = Broszura do druku
cover = Okładka
reference_in_text = (strona { $page })
do_and_dont_in_full = { $title }: pełna wersja
reference_fuller = Pełniejsze brzmienie
reference_fuller_on_page = Pełniejsze brzmienie na stronie { $page }
reference_short = W skrócie
under_number = w punkcie { $number }
reference_short_on_page = W skrócie na stronie { $page }
reference_more = { $title }
reference_more_on_page = { $title }, strona { $page }
handbook_licence = Z tego dokumentu można korzystać na licencji { $licence }.
other_forms = Ten dokument w innej formie
other_forms_text = Jeśli potrzebujesz tego dokumentu w dużym druku, jako nagranie, w wersji łatwej do czytania lub w innym języku, daj nam znać.
other_forms_contact = Kontakt: { $name }: { $ways }

## Dates
date = { $day } { $month } { $year }
month_1 = stycznia
month_2 = lutego
month_3 = marca
month_4 = kwietnia
month_5 = maja
month_6 = czerwca
month_7 = lipca
month_8 = sierpnia
month_9 = września
month_10 = października
month_11 = listopada
month_12 = grudnia

## Sizes and counts
pages = { $count ->
    [one] { $count } strona
    [few] { $count } strony
    [many] { $count } stron
   *[other] { $count } strony
}
decimal_mark = ,
kilobytes = { $size } KB
megabytes = { $size } MB
file_facts = { $format }, { $size }
file_facts_with_pages = { $format }, { $pages }, { $size }
editions_count = { $count ->
    [one] { $count } wydanie
    [few] { $count } wydania
    [many] { $count } wydań
   *[other] { $count } wydania
}

## Finding one's way
languages = Języki
skip_link = Przejdź do treści
home = Strona główna
main_menu = Menu główne
menu = Menu
more_menu = Wszystkie strony
breadcrumb = Jesteś tutaj
previous = Poprzednia
next = Następna
previous_and_next = Poprzednia i następna
on_this_page = Na tej stronie
contents = Spis treści
back_to_text = Wróć do tekstu
footnote = Przypis { $name }
footnotes = Przypisy
page_title = { $page } – { $site }
words_on_this_page = Słowa na tej stronie

## Urgent help, and leaving in a hurry
urgent_links = Pilna pomoc
exit_page = Opuść tę stronę
exit_leaving = Opuszczanie strony.
exit_two = Shift: naciśnij jeszcze 2 razy, aby opuścić tę stronę.
exit_one = Shift: naciśnij jeszcze raz, aby opuścić tę stronę.
exit_expired = Minął czas na opuszczenie strony tym klawiszem.

## Home
worried_about = Niepokoi mnie…
changed_lately = Ostatnie zmiany
all_changes = Wszystkie zmiany
channels_intro = Jedna strona i jeden plakat na każdy temat.
for_whom = Dla kogo:
get_help_now = Jeśli komuś grozi niebezpieczeństwo
all_contacts = Wszystkie kontakty
read_do_and_dont = Całość na jednej stronie
read_more = Czytaj więcej

## Channels
channel_kind = Temat
headline_label = Przede wszystkim
levels_heading = Co robić, a czego nie robić
more_about = Więcej na ten temat
poster = Plakat
poster_for = Plakat: { $title }
preview_with_headline = Plakat: { $title }. { $headline }
poster_intro = Na tablicę ogłoszeń.
download_poster = Pobierz plakat
more_advice = Więcej rad

link_to_this = Link do tego miejsca
link_copied = Skopiowano link
checklist_count = {"{done}"} z {"{all}"} gotowe
checklist_print = Drukuj
checklist_clear = Usuń zaznaczenia
checklist_kept = Zaznaczenia są tylko na tym urządzeniu. Nikt inny ich nie widzi.

## Audiences
just_for = Zobacz, co dotyczy grupy:
other_audiences = Zobacz też, co dotyczy grupy:
guidance_for = Co dotyczy grupy: { $audience }
for_audiences = Dla: { $audiences }
especially = Szczególnie dla Ciebie
audience_intro = Są tu także rady dla wszystkich.

## Sections and clauses
section_kind = Wskazówki
clause = Punkt { $number }
table_scrolls = Tabela, przewijana w bok: { $caption }
table_unnamed = Tabela, przewijana w bok
case = Przypadek
statistic = Liczba
prompts = Do rozmowy
actions = Co zrobić
callout = Pamiętaj
warning = Ważne

## Contacts
urgency_emergency = W nagłym wypadku
urgency_urgent = Pilne
urgency_routine = Niepilne
purpose = W jakiej sprawie
phone = Telefon
sms = SMS
relay = Relay UK
relay_note = Jeśli nie możesz słyszeć lub mówić przez telefon.
hours = Godziny
response = Jak szybko
cost = Koszt
call_number = Zadzwoń: { $number }
text_number = SMS: { $number }

## Glossary
also_called = Inaczej
glossary_intro = Słowa, których używamy w szczególnym znaczeniu.

## Sources
sources_intro = Organizacje, prawo i wskazówki, według tematów.
sources_other = Inne źródła
opens_website = strona internetowa

## Downloads
posters = Plakaty
attachments = Dokumenty
posters_intro = Do wydrukowania i powieszenia.
contacts_poster = Plakat z kontaktami
all_posters = Wszystkie plakaty
all_posters_apart = Wszystkie plakaty, każdy w osobnym pliku

## About
document_control = Dane dokumentu
identifier = Sygnatura
document_version = Wersja
status = Status
owner = Odpowiada
approved_by = Kto zatwierdził
approved_on = Zatwierdzono dnia
issued_on = Wydano dnia
review_on = Przegląd do dnia
replaces = Zastępuje
amendments = Co się zmieniło
next_review = Następny przegląd: { $date }
follow_changes = Śledź zmiany w czytniku kanałów
amendment_version = Wersja
amendment_date = Data
amendment_by = Autor zmiany
amendment_reason = Zmiana
acknowledgements = Podziękowania
published_by = Wydawca: { $name }

## Accessibility
accessibility = Deklaracja dostępności
accessibility_scope = Deklaracja dotyczy strony internetowej „{ $title }”. Wydawca: { $name }.
accessibility_aim = Chcemy, aby każdy, komu te wskazówki są potrzebne, mógł je przeczytać. Możesz:
accessibility_aim_zoom = powiększyć stronę do 400% bez utraty tekstu
accessibility_aim_keyboard = korzystać z całej strony za pomocą klawiatury
accessibility_aim_speech = wysłuchać całej strony czytnikiem ekranu
accessibility_aim_colour = czytać ją w jasnych, ciemnych lub kontrastowych kolorach
accessibility_aim_script = czytać ją z wyłączonymi skryptami
accessibility_technical = Informacje techniczne o dostępności tej strony
accessibility_commitment = { $name } zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z brytyjskimi przepisami Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
accessibility_status = Stan zgodności
accessibility_status_full = Strona jest w pełni zgodna z wytycznymi Web Content Accessibility Guidelines w wersji 2.2 na poziomie AA.
accessibility_status_partial = Strona jest częściowo zgodna z wytycznymi Web Content Accessibility Guidelines w wersji 2.2 na poziomie AA, z powodu niezgodności wymienionych niżej.
accessibility_gaps = Treści niedostępne
accessibility_posters = Plakaty to otagowane pliki PDF. Wszystko, co mówi plakat, jest też na jego stronie.
accessibility_report = Uwagi i dane kontaktowe
accessibility_report_text = Jeśli znajdziesz problem, którego nie ma na tej stronie, uważasz, że nie spełniamy wymagań, lub potrzebujesz tych wskazówek w innej formie, daj nam znać:
accessibility_enforcement = Postępowanie odwoławcze
accessibility_enforcement_text = Przestrzegania przepisów Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 pilnuje Equality and Human Rights Commission. Jeśli nasza odpowiedź Cię nie zadowala, skontaktuj się z Equality Advisory and Support Service.
accessibility_enforcement_link = Equality Advisory and Support Service
accessibility_preparation = Przygotowanie tej deklaracji
accessibility_prepared = Deklarację sporządzono { $date }.
accessibility_reviewed = Ostatni przegląd: { $date }.

## Privacy
privacy = Prywatność
privacy_nothing = Ta strona nie zbiera o Tobie żadnych danych.
privacy_scope = Informacja dotyczy strony internetowej „{ $title }”. Wydawca: { $name }.
privacy_collected = Co się dzieje, gdy ją czytasz
privacy_cookies = Strona nie zapisuje plików cookie, nie liczy odwiedzających i ich nie śledzi.
privacy_others = Nie wczytuje niczego z innych stron. Linki prowadzą do stron, które mają własne zasady.
privacy_search = To, czego szukasz, zostaje na Twoim urządzeniu. Nie trafia ani do adresu, ani do nikogo innego.
privacy_checklist = To, co zaznaczasz na liście, przechowuje Twoja przeglądarka na tym urządzeniu i nigdzie tego nie wysyła. „Usuń zaznaczenia” to kasuje.
privacy_offline = Twoja przeglądarka przechowuje na tym urządzeniu wszystkie strony tej witryny, aby można je było czytać bez połączenia. Przechowuje wszystkie, bez względu na to, które czytasz. Aby je usunąć, wyczyść dane tej witryny w ustawieniach przeglądarki.
privacy_host = Co może widzieć operator serwera
privacy_host_text = Ten, kto prowadzi serwer z tą stroną, może zapisywać, jakie strony otwierano, kiedy i z jakiego adresu, jak to robią serwery. Zapytaj go, jak długo to przechowuje.
privacy_traces = Co zostaje na Twoim urządzeniu
privacy_traces_text = „Opuść tę stronę” otwiera inną stronę zamiast tej, którą właśnie czytasz. Nie czyści historii przeglądarki: mogą w niej pozostać inne odwiedzone strony.
privacy_contact = Kogo zapytać

## Search and the list from A to Z
search = Szukaj
search_label = Szukaj w tych wskazówkach
search_button = Szukaj
search_hint = Wpisz słowo, na przykład zdjęcie. Drobne błędy nie przeszkadzają.
search_count = Wyniki: { $count }
search_none = Nic nie znaleziono. Spróbuj innego albo krótszego słowa.
search_list = Od A do Z
search_summary = Tematy, słowa, kontakty i źródła od A do Z.

## Page not found
not_found = Nie znaleziono strony
moved = Ta strona została przeniesiona
not_found_text = Adres może zawierać błąd albo strona została przeniesiona.
not_found_home = Przejdź do strony głównej

## Start page over all editions
start_title = Znajdź swoje wydanie
start_summary = Wybierz radę, partnerstwo lub szkołę, z którą współpracujesz.
start_regions = Regiony
start_other_region = Inne miejsca
start_extends = Część wydania: { $name }

## Local advice and what isn't translated
local_advice = Wskazówka lokalna
differences = Czym różni się to wydanie
differences_intro = Co { $name } zaleca obok wspólnych wskazówek „{ $base }” albo zamiast nich.
differences_none = Mówi to samo.
differences_added = Dodano
differences_dropped = Pominięto
differences_reworded = Zmieniono treść
differences_topic = Cały temat
differences_section = Cały rozdział
differences_title = Tytuł
differences_headline = Hasło
differences_text = Tekst
differences_full = w pełni
differences_here = Tutaj:
differences_there = We wspólnych wskazówkach:
partly_translated = Część tej strony nie jest jeszcze przetłumaczona. Pokazujemy ją w języku, w którym powstała.
