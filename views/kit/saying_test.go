package kit

import (
	"testing"

	"goodturn/assets"
)

// What people say for a day and an hour is read in the words each language really has.
func TestSayingsOfEachLanguage(t *testing.T) {
	t.Cleanup(func() { Speak(assets.Translations, "en", "en-GB") })
	for code, moments := range map[string]map[string]string{
		"en": {"5pm": "21 17:00", "next monday at 5": "23 17:00", "17h": "21 17:00", "coming friday noon": "27 12:00", "14:30": "21 14:30", "next week at 5pm": "28 17:00", "last Monday 9.15": "16 09:15"},
		"de": {"nächsten Montag": "23 10:24", "kommenden Freitag um 17 Uhr": "27 17:00", "17h": "21 17:00", "am Montag mittags": "23 12:00", "14.30 Uhr": "21 14:30", "morgen 10.10 Uhr": "22 10:10", "letzten Montag": "16 10:24", "in einer Woche um 17 Uhr": "28 17:00", "nächste Woche": "28 10:24"},
		"fr": {"17h": "21 17:00", "lundi prochain": "23 10:24", "le lundi prochain à 17h": "23 17:00", "17h30": "21 17:30", "17 h 30": "21 17:30", "jeudi qui vient 9h": "26 09:00", "demain à 17h": "22 17:00", "lundi dernier": "16 10:24", "la semaine prochaine à 9h": "28 09:00", "d'ici une semaine": "28 10:24"},
		"es": {"17h": "21 17:00", "el lunes que viene": "23 10:24", "el próximo lunes a las 17h": "23 17:00", "17:30": "21 17:30", "17 hs": "21 17:00", "el lunes pasado": "16 10:24", "la semana que viene": "28 10:24", "la próxima semana a las 17h": "28 17:00"},
		"pl": {"w przyszły poniedziałek": "23 10:24", "w następną środę o 17": "25 17:00", "17h": "21 17:00", "w poniedziałek o 17:30": "23 17:30", "w zeszły poniedziałek": "16 10:24", "za tydzień o 17": "28 17:00", "w przyszłym tygodniu": "28 10:24"},
		"pt": {"17h": "21 17:00", "segunda que vem": "23 10:24", "na segunda-feira que vem às 17h": "23 17:00", "17h30": "21 17:30", "próxima sexta 9h": "27 09:00", "amanhã às 17h": "22 17:00", "segunda passada": "16 10:24", "semana que vem às 17h": "28 17:00", "daqui a uma semana": "28 10:24"},
		"uk": {"наступного понеділка": "23 10:24", "у наступний понеділок о 17": "23 17:00", "17h": "21 17:00", "в пʼятницю о 17:30": "27 17:30", "минулого понеділка": "16 10:24", "наступного тижня о 17": "28 17:00", "через тиждень": "28 10:24"},
	} {
		Speak(assets.Translations, code, "en-GB")
		for text, want := range moments {
			if got, err := ParseMoment(text, galleryNow(), DayFirst); err != nil || got.Format("2 15:04") != want {
				t.Errorf("%s: %q is %v, %v; want %s", code, text, got, err, want)
			}
		}
		for _, text := range []string{"25h", "17 h 75", "que", "prochain"} {
			if got, err := ParseMoment(text, galleryNow(), DayFirst); err == nil {
				t.Errorf("%s: %q is %v", code, text, got)
			}
		}
	}
}
