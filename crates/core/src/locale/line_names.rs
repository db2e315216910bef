//! Short names of known lines and counts: one field per id, so that a missing name does not compile.

macro_rules! line_names {
    ($($field:ident = $id:literal),* $(,)?) => {
        /// Short names of known lines and counts, in one language.
        #[derive(Debug)]
        pub struct LineNames {
            $(#[doc = $id] pub $field: &'static str,)*
        }

        impl LineNames {
            /// The name of an id.
            pub fn of(&self, id: &str) -> Option<&'static str> {
                match id {
                    $($id => Some(self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

line_names! {
    income = "income",
    income_general_public_budget = "income.general_public_budget",
    income_government_fund = "income.government_fund",
    income_state_capital = "income.state_capital",
    income_institutional = "income.institutional",
    income_institutional_business = "income.institutional_business",
    income_fiscal_special_account = "income.fiscal_special_account",
    income_carryover = "income.carryover",
    income_other = "income.other",
    income_superior = "income.superior",
    income_unlisted = "income.unlisted",
    expenditure = "expenditure",
    expenditure_201 = "expenditure.201",
    expenditure_202 = "expenditure.202",
    expenditure_203 = "expenditure.203",
    expenditure_204 = "expenditure.204",
    expenditure_205 = "expenditure.205",
    expenditure_206 = "expenditure.206",
    expenditure_207 = "expenditure.207",
    expenditure_208 = "expenditure.208",
    expenditure_210 = "expenditure.210",
    expenditure_211 = "expenditure.211",
    expenditure_212 = "expenditure.212",
    expenditure_213 = "expenditure.213",
    expenditure_214 = "expenditure.214",
    expenditure_215 = "expenditure.215",
    expenditure_216 = "expenditure.216",
    expenditure_217 = "expenditure.217",
    expenditure_219 = "expenditure.219",
    expenditure_220 = "expenditure.220",
    expenditure_221 = "expenditure.221",
    expenditure_222 = "expenditure.222",
    expenditure_224 = "expenditure.224",
    expenditure_227 = "expenditure.227",
    expenditure_229 = "expenditure.229",
    expenditure_231 = "expenditure.231",
    expenditure_232 = "expenditure.232",
    expenditure_233 = "expenditure.233",
    expenditure_unlisted = "expenditure.unlisted",
    appropriation = "appropriation",
    appropriation_income = "appropriation.income",
    appropriation_basic = "appropriation.basic",
    appropriation_project = "appropriation.project",
    appropriation_unlisted = "appropriation.unlisted",
    government_fund = "government_fund",
    government_fund_income = "government_fund.income",
    state_capital = "state_capital",
    state_capital_income = "state_capital.income",
    three_public = "three_public",
    three_public_overseas = "three_public.overseas",
    three_public_reception = "three_public.reception",
    three_public_vehicle = "three_public.vehicle",
    three_public_vehicle_operation = "three_public.vehicle_operation",
    three_public_vehicle_purchase = "three_public.vehicle_purchase",
    three_public_unlisted = "three_public.unlisted",
    operating = "operating",
    procurement = "procurement",
    procurement_goods = "procurement.goods",
    procurement_works = "procurement.works",
    procurement_services = "procurement.services",
    procurement_gpb = "procurement.general_public_budget",
    procurement_gpb_goods = "procurement.general_public_budget.goods",
    procurement_gpb_works = "procurement.general_public_budget.works",
    procurement_gpb_services = "procurement.general_public_budget.services",
    performance_project = "performance.project",
    staff = "staff",
    staff_administrative = "staff.administrative",
    staff_civil_service_managed = "staff.civil_service_managed",
    staff_institutional = "staff.institutional",
    staff_support = "staff.support",
    vehicles = "vehicles",
    vehicles_general = "vehicles.general",
    vehicles_enforcement = "vehicles.enforcement",
    vehicles_other = "vehicles.other",
    vehicles_bought = "vehicles_bought",
    vehicles_bought_general = "vehicles_bought.general",
    vehicles_bought_enforcement = "vehicles_bought.enforcement",
    vehicles_bought_other = "vehicles_bought.other",
}
