package modelstest

// people is a stock of names that go together; share is how many customers of a hundred have one of them.
type people struct {
	share         int
	given, family string
	familyFirst   bool
	glue          string // between family name and given name, where the family name comes first
}

var peoples = []people{
	{share: 38,
		given:  "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George Melissa Timothy Deborah Ronald Stephanie Edward Rebecca Jason Sharon Jeffrey Laura Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma Scott Nicole Brandon Helen Benjamin Samantha Samuel Katherine Gregory Christine Alexander Debra Patrick Rachel Frank Carolyn Raymond Janet Jack Maria Dennis Olivia Jerry Heather Tyler Ann Elsie Peter Dana Olu Ben",
		family: "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Patel Lewis Harris Clark Hughes Edwards Turner Cooper Hill Ward Morris Moore Harrison King Baker Lee Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Lowe Fox Grant Castillo"},
	{share: 6, given: "Jürgen Björn Anke Käthe Günter Ulrike Matthias Sabine Wolfgang Heike Jörg Petra Stefan Monika Uwe Brigitte Dieter Renate Jonas Lena",
		family: "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Groß Weiß Strauß Berg König Krüger"},
	{share: 5, given: "François Amélie Zoé Étienne Hélène Jérôme Chloé Noël Anaïs Gaël Mathéo Céline Rémi Agnès Loïc Maël Inès Théo",
		family: "Martin Bernard Dubois Durand Lefèvre Moreau Laurent Lévêque Garçon Fournier Gauthier Prévost Béranger Mercier Chevalier d'Arcy L'Hôte"},
	{share: 6, given: "José María Jesús Sofía Andrés Lucía Ángel Inés Ramón Begoña Íñigo Martín Nuria Joaquín Belén Iván",
		family: "García Martínez López Sánchez Pérez Gómez Fernández Muñoz Álvarez Núñez Ibáñez Peña Ordóñez Castillo Domínguez Vázquez"},
	{share: 4, given: "João Inês Gonçalo Beatriz Tiago Conceição Luís Flávia António Lourenço", family: "Silva Santos Conceição Gonçalves Araújo Simões Magalhães Antunes Brandão Esteves"},
	{share: 4, given: "Łukasz Małgorzata Wojciech Zofia Paweł Grażyna Michał Agnieszka Stanisław Bożena", family: "Nowak Kowalski Wiśniewska Wójcik Kamiński Zieliński Szymańska Woźniak Dąbrowski Łuczak"},
	{share: 3, given: "Søren Åse Bjørn Øystein Ærø Ingrid Håkon Liv Lærke Jónas Guðrún Þór", family: "Sørensen Ødegård Åkesson Bjørnstad Hansen Lindström Ångström Kjær Þórsson Nygård"},
	{share: 3, given: "Ayşe Mehmet İbrahim Gülşen Oğuz Işıl Çağla Ömer Ümit Şule", family: "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan"},
	{share: 3, given: "Nguyễn Trần Lê Phạm Hoàng Đỗ", family: "Minh Thảo Hương Đức Quân Tuấn Phương Ngọc", familyFirst: false},
	{share: 4, given: "Olu Ngozi Chidi Adaeze Femi Yetunde Kwame Abena Kofi Amina Zuri Thabo Naledi Babajide", family: "Ade Okafor Nwosu Adeyemi Balogun Mensah Owusu Mwangi Dlamini Achebe Eze Ogunleye"},
	{share: 5, given: "Ravi Priya Arjun Lakshmi Sanjay Anjali Vikram Deepa Rahul Kavita Aisha Imran Fatima Bilal", family: "Shah Patel Sharma Iyer Reddy Nair Gupta Chowdhury Noor Malik Qureshi Das"},
	{share: 3, given: "伟 芳 娜 敏 静 强 磊 洋 艳 勇 秀英 建国 小明 欣怡 子涵 志强", family: "王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 欧阳", familyFirst: true},
	{share: 2, given: "花子 太郎 さくら 健太 美咲 翔 陽菜 大輔 あおい 蓮", family: "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤", familyFirst: true, glue: " "},
	{share: 2, given: "민준 서연 지훈 하은 도윤 수빈 예준 지우", family: "김 이 박 최 정 강 조 윤", familyFirst: true},
	{share: 3, given: "محمد فاطمة أحمد عائشة علي مريم يوسف زينب عمر ليلى", family: "الحسن العلي منصور حداد خوري الشريف ناصر قاسم"},
	{share: 1, given: "דוד שרה משה רחל יעקב מרים נועה אורי", family: "כהן לוי מזרחי פרץ ביטון דהן"},
	{share: 3, given: "Иван Мария Алексей Наталья Дмитрий Ольга Сергей Елена Ёлка Тарас Їжак Оксана", family: "Иванов Смирнова Кузнецов Попова Шевченко Коваленко Бондаренко Мельник Йовков"},
	{share: 2, given: "Γιώργος Μαρία Δημήτρης Ελένη Κώστας Αικατερίνη Νίκος Σοφία", family: "Παπαδόπουλος Παππάς Οικονόμου Νικολάου Γεωργίου Ιωάννου"},
	{share: 1, given: "สมชาย สมหญิง กานดา ประเสริฐ มาลี วิชัย", family: "ใจดี สุขสันต์ ศรีสุข ทองดี รักไทย"},
	{share: 2, given: "राज प्रिया अमित सुनीता विजय अंजलि मोहन गीता", family: "शर्मा वर्मा गुप्ता सिंह पटेल यादव मिश्रा"},
}
