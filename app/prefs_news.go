package app

// JobNews tells whether the system is to tell that long work is done while another program is in front.
func (p Prefs) JobNews() bool { return p.p.BoolWithFallback("job.news", true) }

// SetJobNews remembers whether it is.
func (p Prefs) SetJobNews(on bool) { p.p.SetBool("job.news", on) }
